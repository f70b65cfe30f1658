import type {
  Books,
  BooksChange,
  BooksWrite,
  CompanySettings,
  PersonAct,
  Written,
} from '../../src/sandbox/company/books/books.ts'
import type { CompanyFault, Refused } from '../../src/sandbox/company/books/company-fault.ts'
import { createBooks } from '../../src/sandbox/company/books/create-books.ts'
import type { Entity } from '../../src/sandbox/company/books/entity.ts'
import type { EntityName } from '../../src/sandbox/company/books/entity-name.ts'
import { stoppedClock } from './clock.ts'

export type Body = Readonly<Record<string, unknown>>

/** Ids of the sample company. */
export const ids = {
  amy: '1',
  bill: '2',
  kate: '14',
  design: '4',
  gardening: '6',
  booksByBessie: '30',
  nortonLumber: '46',
  emily: '54',
  undepositedFunds: '4',
  bankCharges: '8',
  commissions: '9',
  payable: '33',
  checking: '35',
  mastercard: '41',
  landscaping: '45',
  sales: '83',
  receivable: '84',
  productSales: '79',
} as const

/** New books of the sample company, and what a test does with them. */
export function sampleBooks(settings: Partial<CompanySettings> = {}) {
  const clock = stoppedClock()
  const books = createBooks({ now: clock.now })
  if (Object.keys(settings).length > 0) books.person({ act: 'change-settings', settings })

  const write = (operation: BooksWrite['operation'], entity: EntityName, body: unknown) =>
    books.write({ operation, entity, body })
  const current = (name: EntityName, id: string): Entity => {
    const entity = books.get(name, id)
    if (entity === undefined) throw new Error(`There is no ${name} ${id}`)
    return entity
  }
  const named = (name: EntityName, id: string, more: Body = {}): Body => ({
    Id: id,
    SyncToken: current(name, id).SyncToken,
    ...more,
  })

  return {
    books,
    clock,
    current,
    write,
    create: (entity: EntityName, body: Body) => accepted(write('create', entity, body)).entity,
    /** A sparse update on the newest SyncToken. */
    change: (entity: EntityName, id: string, body: Body) =>
      write('update', entity, named(entity, id, { sparse: true, ...body })),
    remove: (entity: EntityName, id: string) => write('delete', entity, named(entity, id)),
    voidOne: (entity: EntityName, id: string) => write('void', entity, named(entity, id)),
    act: (act: PersonAct) => books.person(act),
  }
}

export type SampleBooks = ReturnType<typeof sampleBooks>

export function accepted(written: Written): {
  readonly entity: Entity
  readonly changes: readonly BooksChange[]
} {
  if ('refused' in written) throw new Error(`Refused: ${JSON.stringify(written.refused)}`)
  return written
}

export function refused(written: Written): Refused {
  if ('refused' in written) return written.refused
  throw new Error(`Accepted: ${JSON.stringify(written.entity)}`)
}

/** The only fault of a refusal. */
export function faultOf(written: Written): CompanyFault {
  const [fault, ...more] = refused(written).faults
  if (fault === undefined || more.length > 0) throw new Error(`Not one fault: ${JSON.stringify(written)}`)
  return fault
}

export function salesLine(Amount: number, item: string = ids.design, detail: Body = {}): Body {
  return {
    Amount,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: item }, ...detail },
  }
}

export function invoiceOf(customer: string, amount: number, more: Body = {}): Body {
  return { CustomerRef: { value: customer }, Line: [salesLine(amount)], ...more }
}

export function paymentOf(customer: string, TotalAmt: number, paid: Readonly<Record<string, number>>): Body {
  return {
    CustomerRef: { value: customer },
    TotalAmt,
    Line: Object.entries(paid).map(([TxnId, Amount]) => ({
      Amount,
      LinkedTxn: [{ TxnId, TxnType: 'Invoice' }],
    })),
  }
}

export function expenseLine(Amount: number, account: string = ids.commissions, detail: Body = {}): Body {
  return {
    Amount,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: { AccountRef: { value: account }, ...detail },
  }
}

export function feeOf(amount: number, more: Body = {}): Body {
  return {
    PaymentType: 'Cash',
    AccountRef: { value: ids.checking },
    Line: [expenseLine(amount)],
    ...more,
  }
}

/** The member of an entity that is an amount. */
export function amountOf(books: Books, name: EntityName, id: string, member: string): number {
  const amount = books.get(name, id)?.[member]
  if (typeof amount !== 'number') throw new Error(`${name} ${id} has no ${member}`)
  return amount
}
