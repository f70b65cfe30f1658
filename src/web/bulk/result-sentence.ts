import type { BulkResult } from '../../actions/bulk/bulk-result.ts'
import type { Translate } from '../../messages/translate.ts'
import { waitingSentence } from '../actions/waiting-sentence.ts'

/** Why one issue of a bulk action stands where it does; empty: its state says it all. */
export function resultSentence(
  { state, reason, waitingFor }: BulkResult,
  say: Translate,
  labelOf: (record: string) => string,
): string {
  if (waitingFor !== null) return waitingSentence(waitingFor, say, labelOf)
  if (reason !== null) return say(`reason.${reason}`)
  return state === 'refused' ? say('progress.refused.again') : ''
}
