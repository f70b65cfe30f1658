import type { IssuePage } from '../../issues/list-issues.ts'
import type { IssueSummary } from '../../issues/summarize-issues.ts'
import type { Issue } from '../../domain/issue.ts'
import { Layout } from '../layout/layout.tsx'
import { Banner } from './banner.tsx'
import { DoneMessage } from './done-message.tsx'
import { Filters } from './filters.tsx'
import { inboxAddress } from './inbox-address.ts'
import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'
import { IssueRow } from './issue-row.tsx'
import { NothingHere } from './nothing-here.tsx'
import { Tabs } from './tabs.tsx'

interface Props extends IssueContext {
  readonly query: InboxQuery
  readonly summary: IssueSummary
  readonly page: IssuePage
  readonly titleOf: (item: string) => string
  readonly mayAct: boolean
  readonly done: { readonly done: 'skip' | 'reopen'; readonly issue: Issue } | undefined
}

const COLUMNS = ['record', 'cause', 'amount', 'seen', 'actions'] as const

/** `/firms/{firmId}/issues`: what keeps the firm's records out of its books. */
export function InboxPage({ query, summary, page: { issues, next }, titleOf, mayAct, done, ...page }: Props) {
  const { say, href, base } = page
  const items = [...new Set(summary.counts.map(({ item }) => item))].sort((a, b) =>
    titleOf(a).localeCompare(titleOf(b)),
  )
  const { after, ...filters } = query
  return (
    <Layout {...page} title={say('inbox.title')} path={inboxAddress(base, filters)}>
      <Banner {...page} summary={summary} titleOf={titleOf} />
      <h1>{say('inbox.title')}</h1>
      {done !== undefined && <DoneMessage {...page} {...done} />}
      <Tabs {...page} query={query} summary={summary} />
      <Filters {...page} query={query} items={items} titleOf={titleOf} />
      {issues.length === 0 ? (
        <NothingHere {...page} query={query} summary={summary} />
      ) : (
        <div class="card table inbox">
          <table>
            <caption class="hidden">{say('inbox.caption')}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th scope="col">{say(`inbox.column.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {issues.map(({ doc }) => (
                <IssueRow {...page} issue={doc} title={titleOf(doc.item)} mayAct={mayAct} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav class="pages" aria-label={say('inbox.pages')}>
        {after !== undefined && <a href={href(inboxAddress(base, filters))}>{say('inbox.first')}</a>}
        {next !== null && (
          <a href={href(inboxAddress(base, { ...filters, after: next }))}>{say('inbox.next')}</a>
        )}
      </nav>
    </Layout>
  )
}
