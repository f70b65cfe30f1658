import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Translate } from '../../messages/translate.ts'
import { reasonSentence } from './reason-sentence.ts'

/** Why an action is, or is not, what helps now; undefined: there is nothing to say. */
export function adviceSentence(
  { recommended, reason }: AllowedAction,
  { evidence }: Issue,
  say: Translate,
): string | undefined {
  if (recommended) return say('confirm.advice.recommended')
  if (reason === 'cause-not-checked' && evidence.length === 0) return say('cause.never')
  return reason === null ? undefined : reasonSentence(reason, say)
}
