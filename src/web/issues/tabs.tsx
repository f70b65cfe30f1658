import type { RecordType } from '../../domain/record-type.ts'
import type { IssueSummary } from '../../issues/summarize-issues.ts'
import { inboxAddress } from './inbox-address.ts'
import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly query: InboxQuery
  readonly summary: IssueSummary
}

/** In the order people look for them. */
const tabs: readonly (RecordType | undefined)[] = [
  undefined,
  'client',
  'invoice',
  'payment',
  'refund',
  'expense',
  'service',
]

/** The record types, each with how many of its issues have the status shown. */
export function Tabs({ query, summary, say, href, base }: Props) {
  const countOf = (type: RecordType | undefined) =>
    summary.counts
      .filter(
        ({ status, recordType }) => status === query.status && (type === undefined || recordType === type),
      )
      .reduce((total, { count }) => total + count, 0)
  return (
    <nav class="tabs" aria-label={say('inbox.tabs')}>
      <ul>
        {tabs.map((type) => (
          <li>
            <a
              href={href(inboxAddress(base, { status: query.status, recordType: type }))}
              aria-current={query.recordType === type ? 'page' : undefined}
            >
              {say(`inbox.tab.${type ?? 'all'}`)} <span class="count">{countOf(type)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
