import { describe, expect, it } from '@jest/globals'
import type { BooksEntity } from '../../src/quickbooks/books-entity.ts'
import { companyWithCases, hostWriting, issueOf } from '../support/case-in-books.ts'

const { add, change, act, refused, look } = await companyWithCases()

function invoiceFor(customer: string) {
  return {
    CustomerRef: { value: customer },
    Line: [
      { Amount: 50, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '4' } } },
    ],
  }
}

/** An invoice that is refused, since its customer was made inactive in QuickBooks' pages. */
async function refusedFor(customer: BooksEntity) {
  act({ act: 'make-inactive', entity: 'Customer', id: customer.Id })
  const issue = await refused({ entity: 'Invoice', body: invoiceFor(customer.Id) })
  expect(issue.item).toBe('deleted-customer')
  return issue
}

describe('the customer of a record', () => {
  it('is inactive, until it is made active', async () => {
    const customer = add('Customer', { DisplayName: 'Northwind LLC' })
    const issue = await refusedFor(customer)
    const before = await look(issue)
    expect(before.fact('customer-state')).toMatchObject({
      cause: 'stands',
      values: {
        isFound: true,
        isInactive: true,
        name: 'Northwind LLC (deleted)',
        cleanName: 'Northwind LLC',
      },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    act({ act: 'make-active', entity: 'Customer', id: customer.Id })
    const after = await look(issue)
    // Its name keeps the end that QuickBooks gave it, and must be told.
    expect(after.fact('customer-state')).toMatchObject({
      cause: 'gone',
      values: { isInactive: false, cleanName: 'Northwind LLC' },
    })
    expect(after.resync).toMatchObject({ recommended: true })

    change('Customer', customer.Id, { DisplayName: 'Northwind LLC' })
    expect((await look(issue)).fact('customer-state').values).toMatchObject({ cleanName: null })
  })

  it('may have left a credit memo behind when it was made inactive', async () => {
    const customer = add('Customer', { DisplayName: 'Contoso' })
    add('Invoice', invoiceFor(customer.Id))
    const issue = await refusedFor(customer)
    const values = { hasCreditMemo: true, creditMemoTotal: '50.00', currency: 'USD' }
    expect((await look(issue)).fact('customer-state').values).toMatchObject(values)
    act({ act: 'make-active', entity: 'Customer', id: customer.Id })
    expect((await look(issue)).fact('customer-state')).toMatchObject({ cause: 'gone', values })
  })

  it('has no such credit memo where it only has another one', async () => {
    const customer = add('Customer', { DisplayName: 'Fabrikam' })
    add('CreditMemo', { ...invoiceFor(customer.Id), TxnDate: '2026-01-02' })
    add('Invoice', invoiceFor(customer.Id))
    act({ act: 'make-inactive', entity: 'Customer', id: customer.Id })
    const other = add('Customer', { DisplayName: 'Fabrikam Too' })
    add('CreditMemo', { ...invoiceFor(other.Id), TxnDate: '2026-01-02' })
    const issue = await issueOf({
      error: 'Invalid Customer: The customer you have specified has been deleted.',
      record: {},
      entity: 'Invoice',
      operation: 'create',
      payload: JSON.stringify(invoiceFor(other.Id)),
    })
    expect((await look(issue)).fact('customer-state').values).toMatchObject({ hasCreditMemo: false })
  })

  it('that was merged stays unusable, until the host names the one that remains', async () => {
    const customer = add('Customer', { DisplayName: 'Wide World' })
    const remaining = add('Customer', { DisplayName: 'Wide World Importers' })
    act({ act: 'merge', entity: 'Customer', id: customer.Id, into: remaining.Id })
    const issue = await refused({ entity: 'Invoice', body: invoiceFor(customer.Id) })
    expect((await look(issue)).fact('customer-state')).toMatchObject({
      cause: 'stands',
      values: { isInactive: true },
    })
    const relinked = await look(issue, hostWriting('Invoice', invoiceFor(remaining.Id)))
    expect(relinked.fact('customer-state')).toMatchObject({
      cause: 'gone',
      values: { name: 'Wide World Importers' },
    })
    expect(relinked.resync).toMatchObject({ recommended: true })
  })

  it('is not there at all where the company is another one', async () => {
    const issue = await issueOf({
      error: 'Invalid Customer: The customer you have specified has been deleted.',
      record: {},
      entity: 'Invoice',
      operation: 'create',
      payload: JSON.stringify(invoiceFor('99999')),
    })
    const { fact, resync } = await look(issue)
    expect(fact('customer-state')).toMatchObject({ cause: 'stands', values: { isFound: false, name: null } })
    expect(resync).toMatchObject({ recommended: false })
  })

  it('is found by its name where no id is known', async () => {
    const customer = add('Customer', { DisplayName: 'Adventure Works' })
    act({ act: 'make-inactive', entity: 'Customer', id: customer.Id })
    const error = 'The customer you have specified has been deleted'
    const record = { type: 'client', id: 'c_9', label: 'Adventure Works', client: null } as const
    const issue = await issueOf({ error, record })
    expect((await look(issue)).fact('customer-state').values).toMatchObject({
      isInactive: true,
      cleanName: 'Adventure Works',
    })
    const nobody = await issueOf({ error, record: { client: null } })
    expect((await look(nobody)).facts).toEqual([])
  })
})
