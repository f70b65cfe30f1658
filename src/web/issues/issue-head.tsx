import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from './issue-context.ts'

/** Which record it is about, and how it stands. */
export function IssueHead({ issue, say, money, moment }: IssueContext & { readonly issue: Issue }) {
  const { record, status, occurrences, firstSeenAt, lastSeenAt } = issue
  const facts = [
    [say('issue.client'), record.client?.name === record.label ? undefined : record.client?.name],
    [say('inbox.column.amount'), record.money === null ? undefined : money(record.money)],
    [say('issue.occurrences'), String(occurrences)],
    [say('issue.firstSeen'), occurrences === 1 ? undefined : moment(firstSeenAt)],
    [say('inbox.column.seen'), moment(lastSeenAt)],
  ] as const
  return (
    <div class="intro head">
      <p class="eyebrow">{say(`recordType.${record.type}`)}</p>
      <h1 dir="auto">{record.label}</h1>
      {record.url !== null && (
        <p>
          <a href={record.url}>{say('issue.open')}</a>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{say('issue.status')}</dt>
          <dd data-say>
            <span class={`pill ${status}`}>{say(`issue.status.${status}`)}</span>
          </dd>
        </div>
        {facts.map(
          ([term, value]) =>
            value !== undefined && (
              <div>
                <dt>{term}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
