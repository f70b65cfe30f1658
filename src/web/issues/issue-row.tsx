import type { Issue } from '../../domain/issue.ts'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly title: string
  readonly mayAct: boolean
}

/** One issue of the list, with the menu of what can be done about it. */
export function IssueRow({ issue, title, mayAct, ...page }: Props) {
  const { say, href, base, money, moment } = page
  const { record, status, occurrences, lastSeenAt } = issue
  const kind = status === 'open' ? 'skip' : status === 'skipped' ? 'reopen' : undefined
  // A client's own name need not be said twice.
  const client = record.client?.name === record.label ? undefined : record.client?.name
  return (
    <tr>
      <th scope="row">
        <a href={href(`${base}/${issue.id}`)} dir="auto">
          {record.label}
        </a>
        <span class="sub">
          {say(`recordType.${record.type}`)}
          {client !== undefined && (
            <>
              {' · '}
              <bdi>{client}</bdi>
            </>
          )}
        </span>
      </th>
      <td data-label={say('inbox.column.cause')}>{title}</td>
      <td class={record.money === null ? 'amount none' : 'amount'} data-label={say('inbox.column.amount')}>
        {record.money === null ? '–' : money(record.money)}
      </td>
      <td class="seen" data-label={say('inbox.column.seen')}>
        <time dateTime={lastSeenAt}>{moment(lastSeenAt)}</time>
        {occurrences > 1 && <span class="sub">{say('inbox.occurrences', { count: occurrences })}</span>}
      </td>
      <td class="actions">
        <details class="menu" name="menu">
          <summary>
            <span class="hidden">{say('inbox.menu', { label: record.label })}</span>
          </summary>
          <div class="panel">
            <p>
              <a href={href(`${base}/${issue.id}`)}>{say('inbox.read')}</a>
            </p>
            {kind !== undefined && mayAct && <DecisionForm {...page} issue={issue} kind={kind} back="list" />}
            {!mayAct && <p class="means">{say('decision.notYours')}</p>}
          </div>
        </details>
      </td>
    </tr>
  )
}
