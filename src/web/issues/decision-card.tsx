import { type AllowedAction, allowedActions } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Role } from '../../domain/role.ts'
import { adviceSentence } from '../actions/advice-sentence.ts'
import { ReadLine } from '../actions/read-line.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly role: Role
  readonly now: Date
  /** Why the books could not be read just now, if somebody tried. */
  readonly unread: string | undefined
}

/** What the reader can do about an issue now, whether it helps, and why the rest is not possible. */
export function DecisionCard({ issue, role, now, unread, ...page }: Props) {
  const { say, href, base } = page
  const { status, record } = issue
  const actions = allowedActions(issue, role, now)
  const mayAct = role !== 'staff'
  const isOpen = status === 'open'
  return (
    <section class="card decide" id="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{say('issue.decide')}</h2>
      {!mayAct ? (
        <p>{say('decision.notYours')}</p>
      ) : isOpen ? (
        <>
          <ul class="acts">
            {actions
              .filter(({ kind }) => kind !== 'reopen' && (kind !== 'delete' || record.type === 'service'))
              .map((one) => (
                <li>
                  {one.allowed ? <Act {...page} issue={issue} action={one} /> : <NotNow action={one} />}
                </li>
              ))}
          </ul>
          <form method="post" action={href(`${base}/${issue.id}/evidence`)}>
            <ReadLine {...page} evidence={issue.evidence} />
            {unread !== undefined && (
              <p class="mistake" role="status">
                {say('act.unread', { why: unread })}
              </p>
            )}
            <button id="check">{say('act.check')}</button>
          </form>
        </>
      ) : status === 'skipped' ? (
        <DecisionForm {...page} issue={issue} kind="reopen" back="issue" />
      ) : (
        <p>{say('issue.decide.nothing')}</p>
      )}
    </section>
  )

  function NotNow({ action: { kind, reason } }: { readonly action: AllowedAction }) {
    return (
      <p class="means">
        <strong>{say(kind === 'reopen' ? 'decision.reopen' : `action.${kind}`)}</strong>{' '}
        {reason !== null && say(`reason.${reason}`)}
      </p>
    )
  }
}

/** One thing that can be done, with what it means, and whether it helps. */
function Act({
  issue,
  action,
  ...page
}: IssueContext & { readonly issue: Issue; readonly action: AllowedAction }) {
  const { say, href, base } = page
  const { kind, recommended, link } = action
  const mark = recommended && <span class="pill recommended">{say('act.recommended')}</span>
  const advice = adviceSentence(action, say)
  switch (kind) {
    case 'resync':
      return (
        <>
          <p>
            <a
              class={recommended && link === null ? 'button primary' : 'button'}
              href={href(`${base}/${issue.id}/resync`)}
              id="act-resync"
            >
              {say('act.resync')}
            </a>{' '}
            {link === null && mark}
          </p>
          <p class="means">
            {say('act.resync.means')} {link === null && advice}
          </p>
          <p>
            <a
              class={link === null ? 'button' : 'button primary'}
              href={href(`${base}/${issue.id}/link`)}
              id="act-link"
            >
              {say('act.link')}
            </a>{' '}
            {link !== null && mark}
          </p>
          <p class="means">
            {say('act.link.means')} {link !== null && advice}
          </p>
        </>
      )
    case 'delete':
      return (
        <>
          <p>
            <a class="button" href={href(`${base}/${issue.id}/delete`)} id="act-delete">
              {say('act.delete')}
            </a>
          </p>
          <p class="means">{say('act.delete.means')}</p>
        </>
      )
    case 'skip':
    case 'reopen':
      return (
        <>
          {mark}
          <DecisionForm {...page} issue={issue} kind={kind} back="issue" />
        </>
      )
  }
}
