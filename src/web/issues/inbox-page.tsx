import type { IssuePage } from '../../issues/list-issues.ts'
import type { IssueSummary } from '../../issues/summarize-issues.ts'
import { Layout } from '../layout/layout.tsx'
import { Banner } from './banner.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { DoneMessage } from './done-message.tsx'
import { doneSentence } from './done-sentence.ts'
import type { Done } from './done.ts'
import { Filters } from './filters.tsx'
import { inboxAddress } from './inbox-address.ts'
import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'
import { IssueRow } from './issue-row.tsx'
import { NothingHere } from './nothing-here.tsx'
import { ReconnectBanner } from './reconnect-banner.tsx'
import { Tabs } from './tabs.tsx'

interface Props extends IssueContext {
  readonly query: InboxQuery
  readonly summary: IssueSummary
  readonly page: IssuePage
  readonly titleOf: (item: string) => string
  readonly mayAct: boolean
  readonly done: Done | undefined
  /** Whether the connection to QuickBooks must be renewed. */
  readonly isCut: boolean
  /** The newest bulk action, if it is not over. */
  readonly underWay: string | undefined
}

const COLUMNS = ['record', 'cause', 'amount', 'seen', 'actions'] as const

/** `/firms/{firmId}/issues`: what keeps the firm's records out of its books. */
export function InboxPage(props: Props) {
  const { query, summary, page: found, titleOf, mayAct, done, isCut, underWay, ...page } = props
  const { say, href, base } = page
  const { issues, next } = found
  const items = [...new Set(summary.counts.map(({ item }) => item))].sort((a, b) =>
    titleOf(a).localeCompare(titleOf(b)),
  )
  const { after, ...filters } = query
  const isChosen = mayAct && query.status === 'open' && issues.length > 0
  // Assistive technology reads the title first: what was done belongs there.
  const title = done === undefined ? say('inbox.title') : doneSentence(say, done)
  return (
    <Layout {...page} title={title} path={inboxAddress(base, filters)}>
      <h1>{say('inbox.title')}</h1>
      <DoneMessage {...page} done={done} undo />
      {/* What changes is told here, since what is replaced as a whole is not announced everywhere. */}
      <p class="hidden" role="status" data-said />
      <div id="inbox" data-live>
        {isCut && <ReconnectBanner {...page} />}
        {underWay !== undefined && (
          <p class="done" data-under-way="true">
            {say('bulk.underWay')} <a href={href(`${base}/bulk/${underWay}`)}>{say('bulk.underWay.link')}</a>
          </p>
        )}
        <Banner {...page} summary={summary} titleOf={titleOf} />
        {summary.counts.length > 0 && (
          <>
            <Tabs {...page} query={query} summary={summary} />
            <Filters {...page} query={query} items={items} titleOf={titleOf} />
          </>
        )}
        {isChosen && <BulkBar {...page} query={query} count={countOf(props)} />}
        {issues.length === 0 ? (
          <NothingHere {...page} query={query} summary={summary} />
        ) : (
          <div class="card table inbox">
            <table>
              <caption class="hidden">{say('inbox.caption')}</caption>
              <thead>
                <tr>
                  {isChosen && (
                    <th scope="col" class="select">
                      <span class="hidden">{say('bulk.column.select')}</span>
                    </th>
                  )}
                  {COLUMNS.map((column) => (
                    <th scope="col" class={column}>
                      {say(`inbox.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {issues.map(({ doc }) => (
                  <IssueRow
                    {...page}
                    issue={doc}
                    title={titleOf(doc.item)}
                    mayAct={mayAct}
                    isChosen={isChosen}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {(after !== undefined || next !== null) && (
          <nav class="pages" aria-label={say('inbox.pages')}>
            {after !== undefined && <a href={href(inboxAddress(base, filters))}>{say('inbox.first')}</a>}
            {next !== null && (
              <a href={href(inboxAddress(base, { ...filters, after: next }))}>{say('inbox.next')}</a>
            )}
          </nav>
        )}
      </div>
    </Layout>
  )
}

/** How many issues fit the filters; 0: with words to search for, nobody has counted. */
function countOf({ summary, query: { status, recordType, item, search } }: Props): number {
  if (search !== '') return 0
  return summary.counts
    .filter((one) => one.status === status)
    .filter((one) => recordType === undefined || one.recordType === recordType)
    .filter((one) => item === undefined || one.item === item)
    .reduce((total, { count }) => total + count, 0)
}
