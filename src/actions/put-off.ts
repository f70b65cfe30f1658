import type { Action, WaitingFor } from '../domain/action.ts'
import type { ActionStep } from '../domain/advance-action.ts'
import { backOff } from './back-off.ts'
import type { Work } from './work.ts'

/** Lets an action wait: until a known moment, else longer each time. */
export function putOff(
  { delays, waitingFor: before }: Action,
  waitingFor: WaitingFor,
  { now, random }: Pick<Work, 'now' | 'random'>,
  until?: Date,
): ActionStep {
  const wait = backOff(before === waitingFor ? delays : 0, random)
  const at = until ?? new Date(now().getTime() + wait)
  return { step: 'put-off', waitingFor, until: at.toISOString() }
}
