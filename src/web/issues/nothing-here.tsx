import type { IssueSummary } from '../../issues/summarize-issues.ts'
import { inboxAddress } from './inbox-address.ts'
import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly query: InboxQuery
  readonly summary: IssueSummary
}

/** Why the list is empty: nothing ever failed, nothing is left to do, or the filters leave nothing over. */
export function NothingHere({ query, summary, say, href, base }: Props) {
  const isFiltered = query.search !== '' || query.item !== undefined || query.recordType !== undefined
  const state =
    summary.counts.length === 0
      ? 'never'
      : summary.open === 0 && query.status === 'open' && !isFiltered
        ? 'clear'
        : 'filtered'
  return (
    <section class={`card nothing ${state}`}>
      <h2 data-say>{say(`inbox.${state}.title`)}</h2>
      <p>{say(`inbox.${state}.detail`)}</p>
      {state === 'filtered' && (
        <p>
          {/* Where the status alone leaves nothing over, it has to go, too. */}
          <a href={href(inboxAddress(base, isFiltered ? { status: query.status } : {}))}>
            {say('inbox.filtered.all')}
          </a>
        </p>
      )}
    </section>
  )
}
