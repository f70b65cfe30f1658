import { closedUntil } from './closed-until.ts'
import type { Probe } from './probe.ts'
import { unread } from './unread.ts'

/** Is the document's day in closed books? An open day tells nothing of the cause. */
export const closingDate: Probe = async ({ issue, books, sent, now }) => {
  const day = sent?.body['TxnDate'] ?? issue.record.date
  if (typeof day !== 'string' || issue.record.type === 'client' || issue.record.type === 'service') {
    return undefined
  }
  const closed = await closedUntil(books)
  if (closed.outcome !== 'read') return unread(closed)
  const isClosed = closed.value !== null && day <= closed.value
  return {
    kind: 'closing-date',
    values: { date: day, isClosed, closedUntil: isClosed ? closed.value : null },
    source: 'quickbooks',
    readAt: now().toISOString(),
    cause: isClosed ? 'stands' : 'unknown',
    recommends: null,
  }
}
