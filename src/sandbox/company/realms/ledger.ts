import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { LedgerEntry } from '../ledger-entry.ts'

/** The ledger of all side effects, in their order. */
export function createLedger(database: DatabaseSyncInstance) {
  const insert = database.prepare('INSERT INTO company_ledger (doc) VALUES (?)')
  const all = database.prepare('SELECT number, doc FROM company_ledger ORDER BY number')
  return {
    note: (entry: Omit<LedgerEntry, 'number'>): void => void insert.run(JSON.stringify(entry)),
    entries: (): readonly LedgerEntry[] =>
      (all.all() as unknown as readonly { readonly number: number; readonly doc: string }[]).map(
        ({ number, doc }) => ({ number, ...(JSON.parse(doc) as Omit<LedgerEntry, 'number'>) }),
      ),
    /** Forgets all; the next entry is number 1 again. */
    clear: (): void =>
      database.exec(`DELETE FROM company_ledger; DELETE FROM sqlite_sequence WHERE name = 'company_ledger'`),
  }
}

export type Ledger = ReturnType<typeof createLedger>
