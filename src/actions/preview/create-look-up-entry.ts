import type { Issue } from '../../domain/issue.ts'
import { documentInBooks } from '../../evidence/document-in-books.ts'
import { entityOf } from '../../evidence/entity-of.ts'
import { entryInBooks } from '../../evidence/entry-in-books.ts'
import type { Money } from '../../domain/money.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { Work } from '../work.ts'
import { moneyOf } from './money-of.ts'

/** What stands in the books under an id, for people to compare. */
export type LookedUp =
  | {
      readonly outcome: 'found'
      readonly name: string | null
      readonly number: string | null
      readonly client: string | null
      readonly money: Money | null
      /** YYYY-MM-DD. */
      readonly date: string | null
      readonly isActive: boolean
    }
  | { readonly outcome: 'none' | 'unread' }

export type LookUpEntry = (issue: Issue, quickbooksId: string) => Promise<LookedUp>

/** Looks up what an issue's record would be linked with: of the same kind, in the same firm's books. */
export function createLookUpEntry({ quickBooksOf }: Pick<Work, 'quickBooksOf'>): LookUpEntry {
  return async (issue, quickbooksId) => {
    const entity = entityOf(issue)
    if (!isEntityName(entity)) return { outcome: 'none' }
    const read = await (await quickBooksOf(issue.firmId)).get(entity, quickbooksId)
    if (read.outcome !== 'read') return { outcome: 'unread' }
    if (read.value === undefined) return { outcome: 'none' }
    const { name, isActive } = entryInBooks(read.value)
    const { DocNumber, CustomerRef, EntityRef, CurrencyRef, TotalAmt, TxnDate } = documentInBooks(read.value)
    return {
      outcome: 'found',
      name: name === '' ? null : name,
      number: DocNumber ?? null,
      client: CustomerRef?.name ?? EntityRef?.name ?? null,
      money: moneyOf(TotalAmt, CurrencyRef?.value ?? issue.record.money?.currency),
      date: TxnDate ?? null,
      isActive,
    }
  }
}
