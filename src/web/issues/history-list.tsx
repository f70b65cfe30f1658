import type { HistoryEntry } from '../../domain/history-entry.ts'
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
        {entries.map(({ at, actor, event, from, to, item, note }) => (
          <li>
            <time dateTime={at}>{moment(at)}</time>{' '}
            {say(`history.${event}`, {
              actor:
                actor.type === 'member' ? (nameOf(actor.id) ?? actor.id) : say(`history.actor.${actor.type}`),
              title: titleOf(item ?? 'unrecognized'),
            })}{' '}
            {from !== to && <strong>{say(`issue.status.${to}`)}</strong>}
            {note !== null && <q>{note}</q>}
          </li>
        ))}
      </ol>
    </section>
  )
}
