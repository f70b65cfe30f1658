import { actionRefusal } from '../../domain/action-refusal.ts'
import { isUnderWay } from '../../domain/is-under-way.ts'
import type { Issue } from '../../domain/issue.ts'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly title: string
  readonly mayAct: boolean
  /** Whether issues can be chosen, to do something about several. */
  readonly isChosen: boolean
}

/** One issue of the list, with the menu of what can be done about it. */
export function IssueRow({ issue, title, mayAct, isChosen, ...page }: Props) {
  const { say, href, base, money, moment } = page
  const { record, status, occurrences, lastSeenAt } = issue
  const kind = status === 'open' ? 'skip' : status === 'skipped' ? 'reopen' : undefined
  // A client's own name need not be said twice.
  const client = record.client?.name === record.label ? undefined : record.client?.name
  return (
    <tr id={issue.id}>
      {isChosen && (
        <td class="select">
          <input
            type="checkbox"
            form="bulk"
            name="issue"
            value={issue.id}
            aria-label={say('bulk.select', { label: record.label })}
          />
        </td>
      )}
      <th scope="row">
        <a href={href(`${base}/${issue.id}`)} dir="auto">
          {record.label}
        </a>
        {isUnderWay(issue.action) && (
          <span class="pill running" data-under-way="true">
            {say(`progress.state.${issue.action.state}`)}
          </span>
        )}
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
            {mayAct && actionRefusal(issue, 'resync', 'owner') === null && (
              <>
                <p>
                  <a href={href(`${base}/${issue.id}/resync`)}>{say('act.resync')}</a>
                </p>
                <p>
                  <a href={href(`${base}/${issue.id}/link`)}>{say('act.link')}</a>
                </p>
                {actionRefusal(issue, 'delete', 'owner') === null && record.type === 'service' && (
                  <p>
                    <a href={href(`${base}/${issue.id}/delete`)}>{say('act.delete')}</a>
                  </p>
                )}
              </>
            )}
            {kind !== undefined && mayAct && <DecisionForm {...page} issue={issue} kind={kind} back="list" />}
            {!mayAct && <p class="means">{say('decision.notYours')}</p>}
          </div>
        </details>
      </td>
    </tr>
  )
}
