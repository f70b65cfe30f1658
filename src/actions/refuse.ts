import type { ActionStep } from '../domain/advance-action.ts'

/** Ends an action without anything having been sent. */
export function refuse(reason: string): ActionStep {
  return { step: 'refuse', reason, faults: [], reading: null }
}
