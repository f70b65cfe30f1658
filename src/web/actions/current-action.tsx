import type { Action } from '../../domain/action.ts'
import { isUnderWay } from '../../domain/is-under-way.ts'
import { mayCancel } from '../../domain/may-cancel.ts'
import { actorName } from '../issues/actor-name.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { actionSentences } from './action-sentences.ts'

interface Props extends IssueContext {
  readonly action: Action
  /** The record's page in QuickBooks; undefined: there is none, or nobody knows it. */
  readonly inQuickBooks: string | undefined
  /** What the company is called, since ids are small numbers in every company. */
  readonly company: string | null
  readonly mayAct: boolean
  readonly nameOf: (memberId: string) => string | undefined
  /** A record that is waited for. */
  readonly labelOf: (record: string) => string
}

/** What is being done about an issue, or was done last: how it stands, why, and what comes next. */
export function CurrentAction({ action, inQuickBooks, company, mayAct, nameOf, labelOf, ...page }: Props) {
  const { say, moment, href, base } = page
  const { id, issueId, bulkId, kind, state, actor, createdAt, tries, quickbooksId, intuitTid, note } = action
  const underWay = isUnderWay(action)
  const isDone = state === 'succeeded'
  return (
    <section
      class={`card action ${isDone ? 'done-well' : ''}`}
      id="action"
      aria-labelledby="action-title"
      data-under-way={underWay}
    >
      <h2 id="action-title" tabIndex={-1}>
        {say(underWay ? 'progress.title' : 'progress.title.over')}
      </h2>
      <p class="said-state">
        <strong>{say(`progress.kind.${kind}`)}</strong>{' '}
        <span class={`pill ${state}`}>{say(`progress.state.${state}`)}</span>
      </p>
      <div data-say>
        {actionSentences(action, page, labelOf).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <dl class="facts">
        {quickbooksId !== null && (
          <div>
            <dt>{say('progress.quickbooksId')}</dt>
            <dd>
              {quickbooksId}
              {company !== null && (
                <>
                  {' · '}
                  <bdi>{company}</bdi>
                </>
              )}
            </dd>
          </div>
        )}
        {intuitTid !== null && (
          <div>
            <dt>{say('fact.intuitTid')}</dt>
            <dd>{intuitTid}</dd>
          </div>
        )}
      </dl>
      {inQuickBooks !== undefined && (
        <p>
          <a href={inQuickBooks} rel="noreferrer">
            {say('progress.open')}
          </a>
        </p>
      )}
      {tries.length > 0 && (
        <>
          <h3>{say('progress.tries')}</h3>
          <ol>
            {tries.map(({ startedAt, outcome }) => (
              <li>{say('progress.try', { outcome: outcome ?? 'none', at: moment(startedAt) })}</li>
            ))}
          </ol>
        </>
      )}
      <p class="means">
        {say('progress.by', { actor: actorName(actor, say, nameOf), at: moment(createdAt) })}
        {note !== null && <q>{note}</q>}
      </p>
      {bulkId !== null && (
        <p class="means">
          {say('progress.bulk')} <a href={href(`${base}/bulk/${bulkId}`)}>{say('progress.bulk.link')}</a>
        </p>
      )}
      {underWay && (
        <noscript>
          <p>
            <a href={href(`${base}/${issueId}`)}>{say('progress.look')}</a>
          </p>
        </noscript>
      )}
      {mayAct && mayCancel(action) && (
        <form method="post" action={href(`${base}/${issueId}/actions/${id}/cancel`)}>
          <button id="cancel">{say('progress.cancel')}</button>
        </form>
      )}
    </section>
  )
}
