import type { Preview } from '../../actions/preview/preview.ts'
import type { IssueRecord } from '../../domain/issue-record.ts'
import type { MessageKey } from '../../messages/translate.ts'

/** What nobody has looked at, and somebody should know before a resync. */
export function unchecked({ type, client }: IssueRecord, preview: Preview): readonly MessageKey[] {
  const isDocument = type !== 'client' && type !== 'service'
  const { outlook, accounts, closedUntil } = preview
  return [
    ...(outlook === 'unknown' ? (['confirm.unchecked.books'] as const) : []),
    ...(isDocument && accounts === undefined ? (['confirm.unchecked.references'] as const) : []),
    ...(isDocument && closedUntil === undefined && outlook !== 'unknown'
      ? (['confirm.unchecked.closed'] as const)
      : []),
    ...(isDocument ? (['confirm.unchecked.bank', 'confirm.unchecked.tax'] as const) : []),
    ...(type === 'client' || client !== null ? (['confirm.unchecked.person'] as const) : []),
  ]
}
