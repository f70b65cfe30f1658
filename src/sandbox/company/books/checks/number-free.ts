import type { BooksView } from '../books-view.ts'
import type { EntityName } from '../entity-name.ts'
import { numberGroups } from '../number-groups.ts'
import { isSalesForm } from '../read/is-sales-form.ts'
import { isSaving } from '../read/is-saving.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** What documents are called where a fault names one, in English and in French. */
const TYPES: Readonly<Partial<Record<EntityName, Readonly<Record<'en' | 'fr', string>>>>> = {
  Invoice: { en: 'Invoice', fr: 'Facture' },
  SalesReceipt: { en: 'Sales Receipt', fr: 'Reçu de vente' },
  CreditMemo: { en: 'Credit Memo', fr: 'Note de crédit' },
  RefundReceipt: { en: 'Refund Receipt', fr: 'Reçu de remboursement' },
  Purchase: { en: 'Expense', fr: 'Dépense' },
  Bill: { en: 'Bill', fr: 'Facture à payer' },
}

/** A number given by hand stands once among its kind, where the company wants to be warned. */
export const numberFree: Check = (proposal, books) => {
  const { description, before, after, allowDuplicateDocNumber } = proposal
  const group = numberGroups[description.name]
  const number = textOf(after, 'DocNumber')
  if (!isSaving(proposal) || group === undefined || number === undefined) return undefined
  const isSame = before !== undefined && textOf(before, 'DocNumber') === number
  if (isSame || allowDuplicateDocNumber || !isWarned(description.name, books)) return undefined
  for (const kind of group.of) {
    for (const other of books.all(kind)) {
      if (other['DocNumber'] !== number || (kind === description.name && other.Id === before?.Id)) continue
      if (group.within(other) !== group.within(after)) continue
      const type = TYPES[kind]?.[books.settings.language] ?? kind
      return { name: 'duplicate-number', values: { number, type, id: other.Id } }
    }
  }
  return undefined
}

function isWarned(name: EntityName, { settings }: BooksView): boolean {
  // With numbers of its own off, QuickBooks takes whatever number is sent.
  return settings.warnDuplicateNumbers && (settings.customTxnNumbers || !isSalesForm(name))
}
