import type { Outlook } from '../../actions/preview/preview.ts'
import type { Translate } from '../../messages/translate.ts'
import { waitingSentence } from './waiting-sentence.ts'

/** What a resync would do. */
export function outlookSentences(
  outlook: Outlook,
  say: Translate,
  labelOf: (record: string) => string,
): readonly string[] {
  switch (outlook.outlook) {
    case 'create':
    case 'update':
      return [say('confirm.write', { operation: outlook.outlook })]
    case 'link':
      return [say('confirm.linked', { id: outlook.quickbooksId })]
    case 'ask-host':
      return [say('confirm.host-pushes')]
    case 'wait':
      return [say('confirm.waits'), waitingSentence(outlook.waitingFor, say, labelOf)]
    case 'refuse':
      return [say('confirm.refused'), say(`reason.${outlook.reason}`)]
    case 'host-refuses':
      return [say('confirm.refused.host', { error: outlook.error })]
    case 'unknown':
      return [say('confirm.unread')]
  }
}
