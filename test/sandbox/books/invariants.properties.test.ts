import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Books, BooksState, Written } from '../../../src/sandbox/company/books/books.ts'
import { createBooks } from '../../../src/sandbox/company/books/create-books.ts'
import type { Entity } from '../../../src/sandbox/company/books/entity.ts'
import type { EntityName } from '../../../src/sandbox/company/books/entity-name.ts'
import { entityNames } from '../../../src/sandbox/company/books/entity-name.ts'
import { idOf } from '../../../src/sandbox/company/books/read/id-of.ts'
import type { SampleBooks } from '../../support/sandbox-books.ts'
import { ids, invoiceOf, sampleBooks } from '../../support/sandbox-books.ts'

type Step = (sample: SampleBooks) => Written | undefined

const CUSTOMERS = ['1', '2', '7', '8']
const NAMES = ['Northwind', 'NORTHWIND', 'Northwind (deleted)', 'Contoso']

const customer = fc.constantFrom(...CUSTOMERS)
const cents = fc.integer({ min: 0, max: 60_000 })
const place = fc.nat({ max: 5 })
const share = fc.constantFrom(0, 0.25, 0.5, 1)

/** One of those there are, counted from the newest; undefined: there is none. */
function pick({ books }: SampleBooks, name: EntityName, at: number): Entity | undefined {
  const all = books.all(name)
  return all[all.length - 1 - (at % Math.max(1, all.length))]
}

const customerOf = (entity: Entity) => idOf(entity, 'CustomerRef')

const form = fc.constantFrom<EntityName[]>('Invoice', 'CreditMemo')
const money = fc.constantFrom<EntityName[]>('Invoice', 'CreditMemo', 'Payment')
const list = fc.constantFrom<EntityName[]>('Customer', 'Vendor', 'Item', 'PaymentMethod')

/** What anybody may try, often in vain. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(form, customer, cents).map(
    ([name, id, amount]): Step =>
      ({ write }) =>
        write('create', name, invoiceOf(id, amount / 100)),
  ),
  fc.tuple(place, share, share, share).map(([at, received, paid, credited]): Step => (sample) => {
    const invoice = pick(sample, 'Invoice', at)
    const memo = sample.books
      .all('CreditMemo')
      .findLast((one) => invoice && customerOf(one) === customerOf(invoice))
    const partOf = (part: number) => Math.round(Number(invoice?.['Balance']) * part * 100) / 100
    return sample.write('create', 'Payment', {
      CustomerRef: invoice?.['CustomerRef'],
      TotalAmt: partOf(received),
      Line: [
        { Amount: partOf(paid), LinkedTxn: [{ TxnId: invoice?.Id, TxnType: 'Invoice' }] },
        ...(memo
          ? [{ Amount: partOf(credited), LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] }]
          : []),
      ],
    })
  }),
  fc.tuple(money, place, cents, customer).map(([name, at, amount, id]): Step => (sample) => {
    const one = pick(sample, name, at)
    const body = name === 'Payment' ? { TotalAmt: amount / 100 } : invoiceOf(id, amount / 100)
    return one && sample.change(name, one.Id, body)
  }),
  fc.tuple(money, place, fc.boolean()).map(([name, at, isVoid]): Step => (sample) => {
    const one = pick(sample, name, at)
    return one && (isVoid ? sample.voidOne(name, one.Id) : sample.remove(name, one.Id))
  }),
  place.map((at): Step => (sample) => {
    const payment = pick(sample, 'Payment', at)
    return sample.write('create', 'Deposit', {
      DepositToAccountRef: { value: ids.checking },
      Line: [{ Amount: payment?.['TotalAmt'], LinkedTxn: [{ TxnId: payment?.Id, TxnType: 'Payment' }] }],
    })
  }),
  fc.tuple(list, fc.constantFrom(...NAMES)).map(
    ([name, text]): Step =>
      ({ write }) =>
        write('create', name, {
          ...(name === 'Customer' || name === 'Vendor' ? { DisplayName: text } : { Name: text }),
          ...(name === 'Item' && { IncomeAccountRef: { value: ids.sales } }),
        }),
  ),
  fc
    .tuple(list, place, fc.boolean(), fc.boolean())
    .map(([name, at, isActive, isPerson]): Step => (sample) => {
      const one = pick(sample, name, at)
      if (one === undefined) return undefined
      return isPerson
        ? sample.act({ act: isActive ? 'make-active' : 'make-inactive', entity: name, id: one.Id })
        : sample.change(name, one.Id, { Active: isActive })
    }),
  fc.tuple(list, place, place).map(([entity, at, into]): Step => (sample) => {
    const [one, other] = [pick(sample, entity, at), pick(sample, entity, into)]
    return one && other && sample.act({ act: 'merge', entity, id: one.Id, into: other.Id })
  }),
  fc.tuple(customer, customer).map(
    ([id, value]): Step =>
      (sample) =>
        sample.change('Customer', id, { ParentRef: { value } }),
  ),
)

function everyCase(check: (sample: SampleBooks, step: Step) => void): void {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }),
      fc.boolean(),
      (steps, autoApplyCredit) => {
        const sample = sampleBooks({ autoApplyCredit })
        for (const one of steps) check(sample, one)
      },
    ),
    { numRuns: 40 },
  )
}

const sumOf = (entities: readonly Entity[], member: string) =>
  entities.reduce((sum, entity) => sum + Math.round(Number(entity[member]) * 100), 0)

function owedBy(books: Books, id: string): number {
  const of = (name: EntityName) => books.all(name).filter((one) => customerOf(one) === id)
  return (
    sumOf(of('Invoice'), 'Balance') -
    sumOf(of('CreditMemo'), 'RemainingCredit') -
    sumOf(of('Payment'), 'UnappliedAmt')
  )
}

describe('Whatever is tried on the books', () => {
  it('a customer owes what is open of invoices, less what is open of credits and payments', () => {
    everyCase(({ books, ...sample }, one) => {
      one({ books, ...sample })
      for (const entity of books.all('Customer'))
        expect(sumOf([entity], 'Balance')).toBe(owedBy(books, entity.Id))
    })
  })

  it('a customer with jobs owes what they all owe, and receivables are what everybody owes', () => {
    everyCase((sample, one) => {
      one(sample)
      const customers = sample.books.all('Customer')
      const withJobs = (id: string): number =>
        customers
          .filter((entity) => idOf(entity, 'ParentRef') === id)
          .reduce((sum, job) => sum + withJobs(job.Id), owedBy(sample.books, id))
      for (const entity of customers) expect(sumOf([entity], 'BalanceWithJobs')).toBe(withJobs(entity.Id))
      const receivable = sample.current('Account', ids.receivable)
      expect(sumOf([receivable], 'CurrentBalance')).toBe(sumOf(customers, 'Balance'))
    })
  })

  it('nothing is open below nothing', () => {
    everyCase((sample, one) => {
      one(sample)
      const open = (['Invoice', 'CreditMemo'] as const).flatMap((name) => sample.books.all(name))
      expect(open.filter((entity) => Number(entity['Balance']) < 0)).toEqual([])
      expect(sample.books.all('Payment').filter((entity) => Number(entity['UnappliedAmt']) < 0)).toEqual([])
    })
  })

  it('no name stands twice in its list', () => {
    everyCase((sample, one) => {
      one(sample)
      const of = (...names: readonly EntityName[]) =>
        names
          .flatMap((name) => sample.books.all(name))
          .map((entity) => String(entity['DisplayName'] ?? entity['Name']).toLowerCase())
      for (const names of [of('Customer', 'Vendor', 'Employee'), of('Item'), of('PaymentMethod')]) {
        expect(names.length).toBe(new Set(names).size)
      }
    })
  })

  it('a refused write changes nothing, and an accepted one nothing but what it tells', () => {
    everyCase((sample, one) => {
      const before = sample.books.state()
      const written = one(sample)
      const changes = written === undefined || 'refused' in written ? [] : written.changes
      const expected = entityNames.map((name) => {
        const entities = new Map((before.entities[name] ?? []).map((entity) => [entity.Id, entity]))
        for (const change of changes.filter((other) => other.name === name)) {
          if (change.entity === null) entities.delete(change.id)
          else entities.set(change.id, change.entity)
        }
        return [name, [...entities.values()]]
      })
      const after = sample.books.state()
      expect(after.entities).toEqual(Object.fromEntries(expected))
      if (changes.length === 0) expect(after).toEqual(before)
    })
  })

  it('a SyncToken goes up by one with what was asked for, never down, and no id comes twice', () => {
    everyCase((sample, one) => {
      const before = sample.books.state()
      const known = idsIn(before)
      const written = one(sample)
      if (written === undefined || 'refused' in written) return
      for (const { name, id, entity, cause } of written.changes) {
        const earlier = before.entities[name]?.find((other) => other.Id === id)
        if (earlier === undefined) {
          expect(known).not.toContain(`${name}/${id}`)
        } else if (entity !== null) {
          const raised = Number(entity.SyncToken) - Number(earlier.SyncToken)
          expect(cause === 'asked' ? [1] : [0, 1]).toContain(raised)
        }
      }
    })
  })

  it('books that were kept are the same books', () => {
    everyCase((sample, one) => {
      one(sample)
      const kept = structuredClone(sample.books.state())
      expect(createBooks({ state: kept, now: sample.clock.now }).state()).toEqual(kept)
    })
  })
})

/** Everything there is or was. */
function idsIn({ entities, deleted }: BooksState): readonly string[] {
  return entityNames.flatMap((name) =>
    [...(entities[name] ?? []), ...(deleted[name] ?? [])].map(({ Id }) => `${name}/${Id}`),
  )
}
