import { issueStatuses } from '../../domain/issue-status.ts'
import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly query: InboxQuery
  /** The causes there are, to choose from. */
  readonly items: readonly string[]
  readonly titleOf: (item: string) => string
}

/** Narrows the list down; the address holds the choice, so that it can be kept and passed on. */
export function Filters({ query, items, titleOf, say, base, language }: Props) {
  return (
    <form class="filters" method="get" action={base} role="search" aria-label={say('inbox.filters')}>
      <input type="hidden" name="lang" value={language} />
      {query.recordType !== undefined && <input type="hidden" name="recordType" value={query.recordType} />}
      <div class="field">
        <label for="search">{say('inbox.search')}</label>
        <input id="search" name="search" type="search" maxLength={100} value={query.search} />
      </div>
      <div class="field">
        <label for="status">{say('inbox.status')}</label>
        <select id="status" name="status">
          {issueStatuses.map((status) => (
            <option value={status} selected={status === query.status}>
              {say(`issue.status.${status}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="item">{say('inbox.item')}</label>
        <select id="item" name="item">
          <option value="">{say('inbox.item.all')}</option>
          {items.map((item) => (
            <option value={item} selected={item === query.item}>
              {titleOf(item)}
            </option>
          ))}
        </select>
      </div>
      <button>{say('inbox.apply')}</button>
    </form>
  )
}
