import { describe, expect, it } from '@jest/globals'
import { createBooks } from '../../../src/sandbox/company/books/create-books.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ids, sampleBooks } from '../../support/sandbox-books.ts'

describe('New books', () => {
  it('hold what ordinary clients of Intuit’s sample company expect', () => {
    const { books } = sampleBooks()
    const named = (name: 'Account' | 'Item' | 'Term' | 'PaymentMethod') =>
      books.all(name).map(({ Name }) => Name)
    expect(named('Account')).toEqual(
      expect.arrayContaining([
        'Undeposited Funds',
        'Accounts Receivable (A/R)',
        'Accounts Payable (A/P)',
        'Checking',
        'Savings',
        'Mastercard',
        'Sales',
        'Services',
        'Uncategorized Income',
        'Commissions & fees',
        'Bank Charges',
      ]),
    )
    expect(named('Term')).toEqual(['Due on receipt', 'Net 15', 'Net 30', 'Net 60'])
    expect(books.get('Item', '1')).toMatchObject({ Name: 'Services', IncomeAccountRef: { name: 'Services' } })
    expect(books.get('Customer', ids.amy)).toMatchObject({
      DisplayName: "Amy's Bird Sanctuary",
      Balance: 210,
    })
    expect(books.get('PaymentMethod', '8')).toMatchObject({ Name: 'Credit Card', Type: 'NON_CREDIT_CARD' })
  })

  it('are the same whenever they are opened, but for their dates', () => {
    const withoutDates = (start: string) =>
      JSON.stringify(createBooks({ now: stoppedClock(start).now }).state()).replace(
        /\d{4}-\d{2}-\d{2}(?:T[^"]*)?/gu,
        '',
      )
    expect(withoutDates('2026-03-09T12:00:00.000Z')).toBe(withoutDates('2027-08-01T03:00:00.000Z'))
  })

  it('agree with themselves: accounts hold what customers and vendors owe and are owed', () => {
    const { books } = sampleBooks()
    const owed = (name: 'Customer' | 'Vendor') =>
      books.all(name).reduce((sum, { Balance }) => sum + Math.round(Number(Balance) * 100), 0) / 100
    expect(books.get('Account', ids.receivable)?.['CurrentBalance']).toBe(owed('Customer'))
    expect(books.get('Account', ids.payable)?.['CurrentBalance']).toBe(-owed('Vendor'))
  })
})
