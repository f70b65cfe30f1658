import { describe, expect, it } from '@jest/globals'
import { accepted, faultOf, ids, invoiceOf, salesLine, sampleBooks } from '../../support/sandbox-books.ts'

describe('Names in the lists of the sandbox company', () => {
  it('an inactive entry is renamed, and its name is free', () => {
    const { change, create, current } = sampleBooks()
    const { entity } = accepted(change('Customer', ids.kate, { Active: false }))
    expect(entity).toMatchObject({
      Active: false,
      DisplayName: 'Kate Whelan (deleted)',
      FullyQualifiedName: 'Kate Whelan (deleted)',
    })
    const second = create('Customer', { DisplayName: 'Kate Whelan' })
    accepted(change('Customer', second.Id, { Active: false }))
    expect(current('Customer', second.Id)['DisplayName']).toBe('Kate Whelan (deleted-1)')
    const third = create('Vendor', { DisplayName: 'kate whelan' })
    accepted(change('Vendor', third.Id, { Active: false }))
    expect(current('Vendor', third.Id)['DisplayName']).toBe('kate whelan (deleted-2)')
  })

  it('an entry made active again keeps the mark until somebody takes it off', () => {
    const { change } = sampleBooks()
    change('Item', ids.design, { Active: false })
    const revived = accepted(change('Item', ids.design, { Active: true })).entity
    expect(revived).toMatchObject({ Active: true, Name: 'Design (deleted)' })
    expect(accepted(change('Item', ids.design, { Name: 'Design' })).entity['Name']).toBe('Design')
  })

  it('an entry cannot take back a name that another has by now', () => {
    const { change, create } = sampleBooks()
    change('Item', ids.design, { Active: false })
    create('Item', { Name: 'Design', IncomeAccountRef: { value: ids.sales } })
    expect(faultOf(change('Item', ids.design, { Active: true, Name: 'Design' })).code).toBe('6240')
    accepted(change('Item', ids.design, { Active: true }))
  })

  it('a person who makes it active finds the mark, too', () => {
    const { act } = sampleBooks()
    act({ act: 'make-inactive', entity: 'Customer', id: ids.kate })
    const { entity } = accepted(act({ act: 'make-active', entity: 'Customer', id: ids.kate }))
    expect(entity).toMatchObject({ Active: true, DisplayName: 'Kate Whelan (deleted)' })
  })

  it('accounts need another name only below the same parent', () => {
    const { create, write } = sampleBooks()
    const body = { Name: 'Checking', AccountType: 'Income', ParentRef: { value: ids.landscaping } }
    expect(create('Account', body)).toMatchObject({
      FullyQualifiedName: 'Landscaping Services:Checking',
      SubAccount: true,
      Classification: 'Revenue',
    })
    expect(faultOf(write('create', 'Account', body)).code).toBe('6240')
  })

  it('a name that is changed is changed wherever it stands', () => {
    const { change, create, current } = sampleBooks()
    const job = create('Customer', { DisplayName: 'Garden', ParentRef: { value: ids.kate } })
    expect(job).toMatchObject({ FullyQualifiedName: 'Kate Whelan:Garden', Job: true, Level: 1 })
    const invoice = create('Invoice', { CustomerRef: { value: job.Id }, Line: [salesLine(5)] })
    accepted(change('Customer', ids.kate, { DisplayName: 'Kate Winter' }))
    expect(current('Customer', job.Id)).toMatchObject({
      FullyQualifiedName: 'Kate Winter:Garden',
      ParentRef: { value: ids.kate, name: 'Kate Winter' },
      SyncToken: '0',
    })
    expect(current('Invoice', invoice.Id)).toMatchObject({
      CustomerRef: { value: job.Id, name: 'Kate Winter:Garden' },
      SyncToken: '0',
    })
  })

  it('what is merged acts as if inactive, and what named it names the other', () => {
    const { act, create, current, books } = sampleBooks()
    const { Id } = create('Invoice', invoiceOf(ids.kate, 100))
    const { entity } = accepted(act({ act: 'merge', entity: 'Customer', id: ids.kate, into: ids.amy }))
    expect(entity).toMatchObject({
      Id: ids.kate,
      Active: false,
      DisplayName: 'Kate Whelan (deleted)',
      Balance: 0,
    })
    expect(current('Invoice', Id)).toMatchObject({
      CustomerRef: { value: ids.amy, name: "Amy's Bird Sanctuary" },
      SyncToken: '1',
    })
    expect(current('Customer', ids.amy)['Balance']).toBe(310)
    expect(
      faultOf(books.write({ operation: 'create', entity: 'Invoice', body: invoiceOf(ids.kate, 1) })).code,
    ).toBe('6250')
    expect(faultOf(act({ act: 'make-active', entity: 'Customer', id: ids.kate })).code).toBe('6000')
  })

  it('only entries of one kind are merged', () => {
    const { act } = sampleBooks()
    expect(
      faultOf(act({ act: 'merge', entity: 'Account', id: ids.bankCharges, into: ids.checking })).code,
    ).toBe('6000')
    expect(faultOf(act({ act: 'merge', entity: 'Customer', id: ids.kate, into: '9001' })).code).toBe('610')
  })

  it('a name is made of its parts where none is given', () => {
    const { create } = sampleBooks()
    expect(create('Customer', { Title: 'Dr', GivenName: ' Ada ', FamilyName: 'Byron' })).toMatchObject({
      DisplayName: 'Dr Ada Byron',
      PrintOnCheckName: 'Dr Ada Byron',
      Active: true,
      Balance: 0,
    })
    expect(create('Employee', { GivenName: 'Ada' })['DisplayName']).toBe('Ada')
    expect(create('Vendor', { DisplayName: 'Byron', CompanyName: 'Byron Ltd' })['PrintOnCheckName']).toBe(
      'Byron Ltd',
    )
  })
})
