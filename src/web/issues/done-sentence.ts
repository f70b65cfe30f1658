import type { Translate } from '../../messages/translate.ts'
import type { Done } from './done.ts'

/** Says what was done; where it came to something else meanwhile, or by a second click, how things stand. */
export function doneSentence(say: Translate, { kind, issue }: Done): string {
  const { status, record } = issue
  const isSo = status === (kind === 'skip' ? 'skipped' : 'open')
  return isSo
    ? say(`done.${kind}`, { label: record.label })
    : say('done.stands', { label: record.label, status: say(`issue.status.${status}`) })
}
