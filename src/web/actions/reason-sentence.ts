import type { ActionReason } from '../../domain/allowed-actions.ts'
import type { Translate } from '../../messages/translate.ts'

/** Why an action is not possible, or not recommended. */
export function reasonSentence(reason: ActionReason, say: Translate): string {
  switch (reason) {
    case 'role-may-not':
    case 'not-open':
    case 'not-skipped':
    case 'not-for-this-error':
    case 'under-way':
      return say(`reason.${reason}`)
    case 'cause-not-checked':
    case 'cause-stands':
    case 'cause-gone':
    case 'already-in-books':
    case 'evidence-old':
      return say(`cause.${reason}`)
  }
}
