import type { Advice } from '../../domain/advice-on.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Unread } from '../../evidence/unread.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly advice: Advice
  readonly mayLook: boolean
  /** Why the books could not be read just now. */
  readonly unread: Unread['unread'] | undefined
}

/** What the firm's own books say of the cause, when they were read, and the button that reads them. */
export function CauseCard({ issue, advice, mayLook, unread, ...page }: Props) {
  const { say, href, base, connection, moment } = page
  const [oldest] = issue.evidence.map(({ readAt }) => readAt).toSorted()
  if (oldest === undefined && !mayLook) return null
  return (
    <section class="card cause" id="cause" aria-labelledby="cause-title">
      <h2 id="cause-title">{say('cause.title')}</h2>
      {unread !== undefined && (
        <p class="means" role="status">
          {say(`cause.unread.${unread}`)}{' '}
          {unread === 'connection' && <a href={href(connection)}>{say('cause.connect')}</a>}
        </p>
      )}
      <p class="means" id="cause-means">
        {say(oldest === undefined ? 'cause.never' : wordsOf(advice))}
      </p>
      {oldest !== undefined && (
        <p class="means">
          {say('cause.readAt')} <time dateTime={oldest}>{moment(oldest)}</time>
        </p>
      )}
      {mayLook && (
        <form method="post" action={href(`${base}/${issue.id}/evidence`)}>
          <button aria-describedby="cause-means">
            {say(oldest === undefined ? 'cause.look' : 'cause.lookAgain')}
          </button>
        </form>
      )}
    </section>
  )
}

function wordsOf({ recommends, reason }: Advice) {
  return recommends === 'skip' ? 'cause.unwanted' : (`cause.${reason}` as const)
}
