import type { InboxQuery } from './inbox-query.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly query: InboxQuery
  /** How many issues fit; 0: nobody counted. */
  readonly count: number
}

/** What can be done about the issues that are chosen in the list, or about all that fit its filters. */
export function BulkBar({ query, count, say, base, language }: Props) {
  const { status, recordType, item, search } = query
  const filters = Object.entries({ lang: language, status, recordType, item, search })
  return (
    <form class="bulk" id="bulk" method="get" action={`${base}/bulk`} aria-labelledby="bulk-title">
      <h2 id="bulk-title" class="hidden">
        {say('bulk.bar')}
      </h2>
      {filters.map(
        ([name, value]) =>
          value !== undefined && value !== '' && <input type="hidden" name={name} value={value} />,
      )}
      <label class="select-all" hidden data-select-all="issue">
        <input type="checkbox" /> {say('bulk.select.all')}
      </label>
      {(['resync', 'skip'] as const).map((kind) => (
        <button name="do" value={kind}>
          {say(`bulk.preview.${kind}`)}
        </button>
      ))}
      {(['resync', 'skip'] as const).map((kind) => (
        <button class="link" name="do" value={`all-${kind}`}>
          {say(`bulk.preview.all.${kind}`, { count })}
        </button>
      ))}
    </form>
  )
}
