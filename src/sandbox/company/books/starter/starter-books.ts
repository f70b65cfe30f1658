import { booksDataOf } from '../books-data.ts'
import type { BooksState } from '../books.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import { openDraft } from '../draft.ts'
import { postBalances } from '../effects/post-balances.ts'
import { centsOf } from '../read/cents-of.ts'
import { mergeMembers } from '../read/merge-members.ts'
import { companyInfoOf } from '../settings/company-info-of.ts'
import { defaultSettings } from '../settings/default-settings.ts'
import { preferencesOf } from '../settings/preferences-of.ts'
import { stateOf } from '../state-of.ts'
import { saveEntity } from '../write/save-entity.ts'
import { starterAccounts } from './starter-accounts.ts'
import type { StarterEntry } from './starter-entry.ts'
import { starterLists } from './starter-lists.ts'
import { starterPeople } from './starter-people.ts'
import { starterPreferences } from './starter-preferences.ts'
import { starterTransactions } from './starter-transactions.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** New books, like those of Intuit's sample company: a landscaping business with some months behind it. */
export function starterBooks(now: Date): BooksState {
  const data = booksDataOf({ settings: defaultSettings, entities: {}, deleted: {}, merged: {}, nextIds: {} })
  const draft = openDraft(data, now)
  const preferences = mergeMembers(starterPreferences, preferencesOf(defaultSettings))
  draft.add('Preferences', preferences, 'own', '1')
  draft.add('CompanyInfo', companyInfoOf(defaultSettings), 'own', '1')
  for (const entry of [...starterAccounts, ...starterLists, ...starterPeople]) enter(draft, entry)
  for (const entry of starterTransactions) enter(draft, entry)
  payInvoices(draft, 3)
  postBalances(draft)
  draft.accept()
  return stateOf(data)
}

function enter(draft: Draft, { entity, id, body, daysAgo }: StarterEntry): void {
  const after = daysAgo === undefined ? body : { ...body, TxnDate: dayBefore(draft.today, daysAgo) }
  const description = descriptions[entity]
  const proposal = {
    description,
    operation: 'create',
    before: undefined,
    after,
    allowDuplicateDocNumber: false,
  } as const
  saveEntity(draft, proposal, 'own', id)
}

/** The oldest invoices were paid some time after they were due. */
function payInvoices(draft: Draft, count: number): void {
  for (const invoice of [...draft.all('Invoice')].slice(0, count)) {
    const Amount = centsOf(invoice, 'Balance') / 100
    enter(draft, {
      entity: 'Payment',
      daysAgo: 10,
      body: {
        CustomerRef: invoice['CustomerRef'],
        TotalAmt: Amount,
        Line: [{ Amount, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
      },
    })
  }
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}
