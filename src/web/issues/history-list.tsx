import type { HistoryEntry } from '../../domain/history-entry.ts'
import { actorName } from './actor-name.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly entries: readonly HistoryEntry[]
  readonly titleOf: (item: string) => string
  /** The name of a member; undefined if it is gone. */
  readonly nameOf: (memberId: string) => string | undefined
}

/** What happened to the issue, the newest first. */
export function HistoryList({ entries, titleOf, nameOf, say, moment }: Props) {
  return (
    <section class="card history" aria-labelledby="history">
      <h2 id="history">{say('issue.history')}</h2>
      <ol reversed>
        {entries.map((entry) => {
          const { at, actor, event, from, to, item, note, reason, intuitTid } = entry
          return (
            <li>
              <time dateTime={at}>{moment(at)}</time>{' '}
              {say(`history.${event}`, {
                actor: actorName(actor, say, nameOf),
                title: titleOf(item ?? 'unrecognized'),
                ended: endOf(entry),
              })}{' '}
              {from !== to && <strong>{say(`issue.status.${to}`)}</strong>}
              {reason !== null && reason !== 'cancelled' && (
                <span class="sub">{say(`reason.${reason}`)}</span>
              )}
              {note !== null && <q>{note}</q>}
              {intuitTid !== null && (
                <span class="sub">
                  {say('fact.intuitTid')} <bdi>{intuitTid}</bdi>
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** How a resync or a deletion ended. */
function endOf({ event, to, reason }: HistoryEntry): 'done' | 'cancelled' | 'not-done' {
  if (reason === 'cancelled' || reason === 'skipped') return 'cancelled'
  return to === (event === 'delete' ? 'deleted' : 'resolved') ? 'done' : 'not-done'
}
