import { describe, expect, it } from '@jest/globals'
import {
  accepted,
  expenseLine,
  faultOf,
  feeOf,
  ids,
  invoiceOf,
  sampleBooks,
} from '../../support/sandbox-books.ts'

const off = { customTxnNumbers: false }
const numbered = (DocNumber: string) => invoiceOf(ids.amy, 10, { DocNumber })

describe('Document numbers in the sandbox company', () => {
  it('with numbers of its own off, QuickBooks takes a duplicate and says nothing', () => {
    const { create } = sampleBooks(off)
    expect(create('Invoice', numbered('1001'))['DocNumber']).toBe('1001')
  })

  it('with warnings off, it does so, too', () => {
    const { create } = sampleBooks({ warnDuplicateNumbers: false })
    expect(create('Invoice', numbered('1001'))['DocNumber']).toBe('1001')
    create('Purchase', feeOf(5, { DocNumber: '1' }))
    create('Purchase', feeOf(5, { DocNumber: '1' }))
  })

  it('a caller may want a duplicate', () => {
    const { books } = sampleBooks()
    accepted(
      books.write({
        operation: 'create',
        entity: 'Invoice',
        body: numbered('1001'),
        allowDuplicateDocNumber: true,
      }),
    )
  })

  it.each([
    ['App_1000', 'App_1001'],
    ['INV-0099', 'INV-0100'],
    ['999', '1000'],
    ['2026/7', '2026/8'],
  ])('after %s QuickBooks goes on with %s', (last, next) => {
    const { create } = sampleBooks(off)
    create('Invoice', numbered(last))
    expect(create('SalesReceipt', invoiceOf(ids.amy, 5))['DocNumber']).toBe(next)
  })

  it('with numbers of its own on, a document without one has none', () => {
    const { create } = sampleBooks()
    expect(create('Invoice', invoiceOf(ids.amy, 5))).not.toHaveProperty('DocNumber')
  })

  it('a document keeps its number when it is changed, and cannot change to one that is taken', () => {
    const { change, create } = sampleBooks()
    const { Id } = create('Invoice', numbered('1781'))
    expect(accepted(change('Invoice', Id, { PrivateNote: 'sent' })).entity['DocNumber']).toBe('1781')
    expect(faultOf(change('Invoice', Id, { DocNumber: '1001' })).detail).toMatch(/TxnId=3$/u)
  })

  it('a number is free again once its document is deleted, not once it is void', () => {
    const { create, remove, voidOne, write } = sampleBooks()
    const { Id } = create('Invoice', numbered('1781'))
    voidOne('Invoice', Id)
    expect(faultOf(write('create', 'Invoice', numbered('1781'))).code).toBe('6140')
    remove('Invoice', Id)
    create('Invoice', numbered('1781'))
  })

  it('invoices and expenses have numbers apart, and each vendor has its own', () => {
    const { create, write } = sampleBooks()
    create('Purchase', feeOf(5, { DocNumber: '1001' }))
    const bill = (vendor: string) => ({
      VendorRef: { value: vendor },
      DocNumber: '7',
      Line: [expenseLine(5)],
    })
    create('Bill', bill(ids.nortonLumber))
    create('Bill', bill(ids.booksByBessie))
    expect(faultOf(write('create', 'Bill', bill(ids.nortonLumber))).detail).toMatch(
      /DocNumber=7 is assigned to TxnType=Bill/u,
    )
  })
})
