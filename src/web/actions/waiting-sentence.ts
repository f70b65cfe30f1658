import type { WaitingFor } from '../../domain/action.ts'
import type { Translate } from '../../messages/translate.ts'
import { awaitedRecord } from './awaited-record.ts'

/** What an action waits for, and who has to do something. */
export function waitingSentence(
  waitingFor: WaitingFor,
  say: Translate,
  labelOf: (record: string) => string,
): string {
  return awaitedRecord(waitingFor)
    ? say('waiting.record', { label: labelOf(waitingFor) })
    : say(`waiting.${waitingFor}`)
}
