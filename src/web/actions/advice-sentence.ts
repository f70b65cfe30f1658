import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Translate } from '../../messages/translate.ts'
import { reasonSentence } from './reason-sentence.ts'

/** Whether an action is what helps now, and why; undefined: there is nothing to say. */
export function adviceSentence({ recommended, reason }: AllowedAction, say: Translate): string | undefined {
  if (recommended) return say('confirm.advice.recommended')
  return reason === null ? undefined : reasonSentence(reason, say)
}
