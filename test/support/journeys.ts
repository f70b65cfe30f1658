import type { Language } from '../../src/domain/language.ts'
import type { LedgerEntry } from '../../src/sandbox/company/ledger-entry.ts'
import { BOOKS, type Person } from './person.ts'

const longName =
  'Year-end close, payroll reconciliation, sales tax return and inventory count for restaurants with several places'

/** The way from one failed record to the books. */
export interface Journey {
  /** The row of the table. */
  readonly item: number
  readonly record: string
  readonly language: Language
  readonly scripts: boolean
  /** What the guide asks for, in the books or in the practice software. */
  readonly cure: (person: Person) => Promise<void>
  /** What must then be in the books, written by us, once. Undefined: it was there before. */
  readonly written: Partial<LedgerEntry> | undefined
}

/** The page of a record in the demo's practice software. */
export const inHost = (type: string, id: string) => `/sandbox/host/records/${type}/${id}`

/** One for each error of the table, but for the one that is gone with the keyboard alone. */
export const journeys: readonly Journey[] = [
  {
    item: 1,
    record: 'Harbor Dental Group',
    language: 'fr',
    scripts: true,
    cure: async ({ open, choose, press, say }) => {
      await open(inHost('client', 'cli_harbor'))
      await choose(say('sandbox.host.customer'), 'Harbor Dental')
      await press(say('sandbox.host.link'))
    },
    written: undefined,
  },
  {
    item: 2,
    record: 'Maple Street Bakery',
    language: 'en',
    scripts: true,
    cure: async ({ openEntry, fill, press, say }) => {
      await openEntry('vendors', 'Maple Street Bakery')
      await fill(say('sandbox.field.name'), 'Maple Street Bakery (V)')
      await press(say('sandbox.books.rename'))
    },
    written: { entity: 'Customer', name: 'Maple Street Bakery' },
  },
  {
    item: 2,
    record: 'Payment of invoice 1780',
    language: 'en',
    scripts: true,
    cure: async ({ openEntry, press, say }) => {
      await openEntry('payment-methods', 'Credit Card')
      await press(say('sandbox.books.card'))
    },
    written: { entity: 'Payment', totalAmt: 600 },
  },
  {
    item: 3,
    record: 'Invoice 1782',
    language: 'fr',
    scripts: true,
    cure: async ({ openEntry, fill, press, say }) => {
      await openEntry('customers', 'Café Léa (deleted)')
      await press(say('sandbox.books.makeActive'))
      await fill(say('sandbox.field.name'), 'Café Léa')
      await press(say('sandbox.books.rename'))
    },
    written: { entity: 'Invoice', docNumber: '1782' },
  },
  {
    item: 5,
    record: 'Invoice 1783',
    language: 'en',
    scripts: false,
    cure: async ({ openEntry, press, say }) => {
      await openEntry('items', 'Payroll setup (deleted)')
      await press(say('sandbox.books.makeActive'))
    },
    written: { entity: 'Invoice', docNumber: '1783' },
  },
  {
    item: 6,
    record: 'Payment of invoice 1784',
    language: 'fr',
    scripts: true,
    cure: async ({ page, open, openEntry, choose, press, say }) => {
      await open(`${BOOKS}/settings`)
      await choose(say('sandbox.books.setting.autoApplyCredit'), say('sandbox.off'))
      await press(say('sandbox.save'))
      await openEntry('invoices', '1784')
      await page.locator('main a[href*="/payments/"]').click()
      await press(say('sandbox.books.unapply'))
    },
    written: { entity: 'Payment', totalAmt: 500 },
  },
  {
    item: 7,
    record: 'Processing fee, invoice 1780',
    language: 'en',
    scripts: true,
    cure: async ({ open, choose, press, say }) => {
      await open('/sandbox/host/settings')
      await choose(say('sandbox.host.setting.expenseAccountId'), 'Checking (Bank)')
      await press(say('sandbox.save'))
    },
    written: { entity: 'Purchase', totalAmt: 17.7 },
  },
  {
    item: 8,
    record: 'Advisory call',
    language: 'en',
    scripts: true,
    cure: async ({ open, choose, press, say }) => {
      await open('/sandbox/host/settings')
      await choose(say('sandbox.host.setting.serviceIncomeAccountId'), 'Services (Income)')
      await press(say('sandbox.save'))
    },
    written: { entity: 'Item', name: 'Advisory call' },
  },
  {
    item: 9,
    record: 'Year-end review',
    language: 'en',
    scripts: false,
    cure: async ({ open, choose, press, say }) => {
      await open(inHost('service', 'svc_review'))
      await choose(say('sandbox.books.fact.incomeAccount'), 'Services (Income)')
      await press(say('sandbox.save'))
    },
    written: { entity: 'Item', name: 'Year-end review' },
  },
  {
    item: 10,
    record: longName,
    language: 'en',
    scripts: true,
    cure: async ({ open, fill, press, say }) => {
      await open(inHost('service', 'svc_close'))
      await fill(say('sandbox.field.name'), 'Year-end close for restaurants')
      await press(say('sandbox.save'))
    },
    written: { entity: 'Item', name: 'Year-end close for restaurants' },
  },
]
