import { describe, expect, it } from '@jest/globals'
import { companyWithCases, hostWriting, issueOf } from '../support/case-in-books.ts'

const { add, change, act, refused, look, reads } = await companyWithCases()

/** An invoice with a line for each of these products or services. */
function invoiceOf(...items: readonly { readonly value: string; readonly name?: string }[]) {
  return {
    CustomerRef: { value: '3' },
    Line: items.map((ItemRef) => ({
      Amount: 50,
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef },
    })),
  }
}

const service = (Name: string) => add('Item', { Name, Type: 'Service', IncomeAccountRef: { value: '1' } })

describe('the products and services of a record', () => {
  it('are told by name where they are inactive, until they are active', async () => {
    const review = service('Annual review')
    const filing = service('Filing')
    for (const { Id: id } of [review, filing]) act({ act: 'make-inactive', entity: 'Item', id })
    const body = invoiceOf({ value: '4' }, { value: review.Id }, { value: filing.Id })
    const issue = await refused({ entity: 'Invoice', body })
    expect(issue.item).toBe('invalid-reference-id')
    const before = await look(issue)
    expect(before.fact('item-states')).toMatchObject({
      cause: 'stands',
      values: { isUsable: false, inactive: ['Annual review (deleted)', 'Filing (deleted)'], missing: [] },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    for (const { Id: id } of [review, filing]) act({ act: 'make-active', entity: 'Item', id })
    change('Item', review.Id, { Name: 'Annual review' })
    const after = await look(issue)
    expect(after.fact('item-states')).toMatchObject({ cause: 'gone', values: { isUsable: true } })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('may not be there, or be there under another id', async () => {
    const issue = await refused({
      entity: 'Invoice',
      body: invoiceOf({ value: '99998', name: 'Payroll' }, { value: '99999' }),
    })
    expect((await look(issue)).fact('item-states').values).toMatchObject({ missing: ['Payroll', '99999'] })
    const payroll = service('Payroll')
    const resent = await look(issue, hostWriting('Invoice', invoiceOf({ value: payroll.Id })))
    expect(resent.fact('item-states')).toMatchObject({ cause: 'gone' })
  })

  it('may be a category, which cannot be sold', async () => {
    const category = add('Item', { Name: 'Tax', Type: 'Category' })
    const body = invoiceOf({ value: category.Id })
    const issue = await issueOf({
      error: 'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef',
      record: {},
      entity: 'Invoice',
      operation: 'create',
      payload: JSON.stringify(body),
    })
    expect((await look(issue)).fact('item-states')).toMatchObject({
      cause: 'stands',
      values: { categories: ['Tax'] },
    })
  })

  it('are read at once, however many there are, and not at all where there are none', async () => {
    const error = 'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef'
    const record = { date: null }
    const told = (body: object) =>
      issueOf({ error, record, entity: 'Invoice', operation: 'create', payload: JSON.stringify(body) })
    const many = invoiceOf(...Array.from({ length: 40 }, (_, i) => ({ value: String(i + 1) })))
    const before = reads()
    const { fact } = await look(await told(many))
    expect(reads() - before).toBe(1)
    const { values } = fact('item-states')
    expect('missing' in values && values.missing.length).toBe(10)
    expect((await look(await told({ CustomerRef: { value: '3' } }))).facts).toEqual([])
    expect(reads() - before).toBe(1)
  })
})
