import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Translate } from '../../messages/translate.ts'

/** Why an action is, or is not, what helps now. */
export function adviceSentence({ recommended, reason }: AllowedAction, say: Translate): string | undefined {
  if (recommended) return say('confirm.advice.recommended')
  return reason === null ? undefined : say(`reason.${reason}`)
}
