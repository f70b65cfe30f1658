import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { inTransaction } from '../../../storage/sqlite/in-transaction.ts'
import type { Books, BooksChange, BooksState, BooksWrite, PersonAct, Written } from '../books/books.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { createLedger } from './ledger.ts'
import { createRealmState } from './realm-state.ts'

export type NewBooks = (state: BooksState | undefined) => Books

interface Needs {
  readonly database: DatabaseSyncInstance
  readonly now: () => Date
  /** Books with this state; undefined: with what every new company has. */
  readonly newBooks: NewBooks
}

/** Whose doing a change is. */
interface Origin {
  readonly by: 'api' | 'person'
  readonly requestId: string | null
}

/** Intuit's realm ids are long numbers too. */
const FIRST_REALM = 9341453000000001n

/** The companies of the sandbox. Whatever changes is kept together with its line in the ledger, or not at all. */
export function createRealms({ database, now, newBooks }: Needs) {
  const state = createRealmState(database)
  const ledger = createLedger(database)
  const opened = new Map<string, Books>()

  const books = (realmId: string): Books | undefined => {
    const known = opened.get(realmId)
    if (known !== undefined) return known
    const kept = state.read(realmId)
    if (kept === undefined) return undefined
    const made = newBooks(kept)
    opened.set(realmId, made)
    return made
  }

  const atomically = <T>(work: () => T): T => {
    if (database.isTransaction) return work()
    try {
      return inTransaction(database, work)
    } catch (error) {
      // What the books in memory did meanwhile is not kept.
      opened.clear()
      throw error
    }
  }

  const change = (
    realmId: string,
    origin: Origin,
    operation: LedgerEntry['operation'] | undefined,
    work: (books: Books) => Written,
  ): Written =>
    atomically(() => {
      const changing = books(realmId)
      if (changing === undefined) throw new Error(`There is no company ${realmId}.`)
      const written = work(changing)
      if ('refused' in written) return written
      const known = new Set(written.changes.filter((one) => state.has(realmId, one)).map(keyOf))
      state.keep(realmId, changing, written.changes)
      for (const one of written.changes) {
        const isNew = !known.has(keyOf(one))
        known.add(keyOf(one))
        ledger.note(entryOf(one, { ...origin, realmId, operation, isNew, at: now() }))
      }
      return written
    })

  return {
    books,
    ledger,
    ids: state.ids,

    /** All that is done inside is kept together. */
    atomically,

    /** Makes a company with the books of a new one; answers its realm id. */
    add(): string {
      return atomically(() => {
        const realmId = String(FIRST_REALM + BigInt(state.ids().length))
        state.add(realmId, newBooks(undefined).state())
        return realmId
      })
    },

    write: (realmId: string, write: BooksWrite, origin: Origin): Written =>
      change(realmId, origin, write.operation, (changing) => changing.write(write)),

    person: (realmId: string, act: PersonAct): Written =>
      change(realmId, { by: 'person', requestId: null }, undefined, (changing) => changing.person(act)),

    /** Every company gets the books of a new one; ledger and first answers are forgotten. */
    reset(): void {
      atomically(() => {
        opened.clear()
        ledger.clear()
        for (const realmId of state.ids()) state.replace(realmId, newBooks(undefined).state())
      })
    },
  }
}

export type Realms = ReturnType<typeof createRealms>

interface Surroundings extends Origin {
  readonly realmId: string
  /** What was asked for, where something was. */
  readonly operation: LedgerEntry['operation'] | undefined
  /** Whether the books did not have it before. */
  readonly isNew: boolean
  readonly at: Date
}

function keyOf({ name, id }: BooksChange): string {
  return `${name}/${id}`
}

function entryOf(
  { name, id, entity, cause }: BooksChange,
  { realmId, operation, isNew, at, by, requestId }: Surroundings,
): Omit<LedgerEntry, 'number'> {
  const { SyncToken, DocNumber, DisplayName, Name, TotalAmt }: Readonly<Partial<Record<string, unknown>>> =
    entity ?? {}
  const seen = entity === null ? 'delete' : isNew ? 'create' : 'update'
  return {
    at: at.toISOString(),
    realmId,
    operation: cause === 'asked' ? (operation ?? seen) : seen,
    entity: name,
    id,
    requestId,
    cause,
    by,
    syncToken: typeof SyncToken === 'string' ? SyncToken : null,
    docNumber: typeof DocNumber === 'string' ? DocNumber : null,
    name: typeof DisplayName === 'string' ? DisplayName : typeof Name === 'string' ? Name : null,
    totalAmt: typeof TotalAmt === 'number' ? TotalAmt : null,
  }
}
