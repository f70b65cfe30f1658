import { type AllowedAction, allowedActions } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Role } from '../../domain/role.ts'
import { reasonSentence } from '../actions/reason-sentence.ts'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly role: Role
  readonly now: Date
}

/** What the reader can do about an issue now, whether it helps, and why the rest is not possible. */
export function DecisionCard({ issue, role, now, ...page }: Props) {
  const { say } = page
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
                  {one.allowed ? (
                    <Act {...page} issue={issue} action={one} />
                  ) : (
                    <NotNow {...page} action={one} />
                  )}
                </li>
              ))}
          </ul>
        </>
      ) : status === 'skipped' ? (
        <DecisionForm {...page} issue={issue} kind="reopen" back="issue" />
      ) : (
        <p>{say('issue.decide.nothing')}</p>
      )}
    </section>
  )
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
          <p class="means">{say('act.resync.means')}</p>
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
          <p class="means">{say('act.link.means')}</p>
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

/** One thing that cannot be done now, and why. */
function NotNow({ action: { kind, reason }, say }: IssueContext & { readonly action: AllowedAction }) {
  return (
    <p class="means">
      <strong>{say(kind === 'reopen' ? 'decision.reopen' : `action.${kind}`)}</strong>{' '}
      {reason !== null && reasonSentence(reason, say)}
    </p>
  )
}
