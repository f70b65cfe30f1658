import type { LedgerEntry } from '../../company/ledger-entry.ts'
import { Frame } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { BooksNav } from './books-nav.tsx'

interface Props extends SandboxContext {
  readonly base: string
  /** The newest first. */
  readonly entries: readonly LedgerEntry[]
}

/** `/sandbox/books/{realmId}/ledger`: what changed in the books, and by whom. */
export function LedgerPage({ base, entries, ...page }: Props) {
  const { say } = page
  return (
    <Frame {...page} area="books" title={say('sandbox.books.ledger')} path={`${base}/ledger`}>
      <p class="lead">{say('sandbox.books.ledger.means')}</p>
      <BooksNav {...page} base={base} current="ledger" />
      {entries.length === 0 ? (
        <p>{say('sandbox.books.none')}</p>
      ) : (
        <ol class="ledger" reversed>
          {entries.map(({ at, operation, entity, id, docNumber, name, by, cause, requestId }) => (
            <li>
              <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time>{' '}
              <strong>{say(`sandbox.books.ledger.${operation}`)}</strong> <code>{`${entity} ${id}`}</code>{' '}
              <bdi>{docNumber ?? name ?? ''}</bdi>{' '}
              <span class="sub">
                {say(cause === 'own' ? 'sandbox.books.ledger.own' : `sandbox.books.ledger.${by}`)}
                {requestId !== null && <code>{` requestid=${requestId}`}</code>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Frame>
  )
}
