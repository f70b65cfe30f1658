import { describe, expect, it } from '@jest/globals'
import { companyWithCases, hostSaying, hostWriting, issueOf } from '../support/case-in-books.ts'

const { add, change, act, refused, look, find } = await companyWithCases()

const client = (label: string) => ({ type: 'client', id: 'c_7', label, client: null }) as const

/** The issue of a client whom the host looked for in vain. */
const unmatched = (name: string) =>
  issueOf({
    error: `Can't find an exact match for *${name}* in your QuickBooks account`,
    record: client(name),
    entity: 'Customer',
    operation: 'match',
  })

describe('a client whose name is looked for', () => {
  it('has a near name in the books, until the names are the same', async () => {
    const customer = add('Customer', { DisplayName: 'Northwind' })
    const issue = await unmatched('Northwind, L.L.C.')
    expect(issue.item).toBe('account-name-not-found')
    const before = await look(issue)
    expect(before.fact('name-holders')).toMatchObject({
      cause: 'stands',
      values: { name: 'Northwind, L.L.C.', isHeld: false, isExact: false, nearNames: ['Northwind'] },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    change('Customer', customer.Id, { DisplayName: 'Northwind, L.L.C.' })
    const after = await look(issue)
    expect(after.fact('name-holders')).toMatchObject({
      cause: 'gone',
      values: { isExact: true, isCustomer: true, quickbooksId: customer.Id, nearNames: [] },
    })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('may stand there in other letters, which is no exact match', async () => {
    add('Customer', { DisplayName: 'proseware' })
    const { fact } = await look(await unmatched('Proseware'))
    expect(fact('name-holders')).toMatchObject({
      cause: 'stands',
      values: { isHeld: true, isExact: false, holderName: 'proseware', nearNames: ['proseware'] },
    })
  })

  it('may be meant by two names; none is chosen', async () => {
    add('Customer', { DisplayName: 'Lamna Healthcare' })
    add('Customer', { DisplayName: 'Lamna Healthcare Company' })
    const { fact, resync } = await look(await unmatched('Lamna Health care'))
    expect(fact('name-holders').values).toMatchObject({ nearNames: [] })
    const two = await look(await unmatched('Lamna Healthcare Inc.'))
    expect(two.fact('name-holders')).toMatchObject({
      recommends: null,
      values: { nearNames: ['Lamna Healthcare', 'Lamna Healthcare Company'] },
    })
    expect(resync).toMatchObject({ recommended: false })
  })

  it('may be inactive, with “(deleted)” after its name', async () => {
    const customer = add('Customer', { DisplayName: 'Tailspin Toys' })
    act({ act: 'make-inactive', entity: 'Customer', id: customer.Id })
    const { fact } = await look(await unmatched('Tailspin Toys'))
    expect(fact('name-holders')).toMatchObject({
      cause: 'stands',
      values: { deletedName: 'Tailspin Toys (deleted)', isHeld: false },
    })
  })

  it('may be a vendor’s or an employee’s name', async () => {
    const vendor = await look(await unmatched('Books by Bessie'))
    expect(vendor.fact('name-holders').values).toMatchObject({ isVendor: true, isCustomer: false })
    const employee = await look(await unmatched('Emily Platt'))
    expect(employee.fact('name-holders').values).toMatchObject({ isEmployee: true })
  })

  it('holds signs of the query language, and finds its own kind', async () => {
    const name = "O'Brien \\ 100% (deleted) Sons"
    add('Customer', { DisplayName: name })
    expect((await look(await unmatched(name))).fact('name-holders').values).toMatchObject({ isExact: true })
  })

  it('is linked where the host found it since', async () => {
    const issue = await unmatched('Relecloud')
    const host = hostSaying({ outcome: 'in-books', quickbooksId: '3' })
    const { facts, resync } = await look(issue, host)
    expect(facts).toMatchObject([{ kind: 'host-record', source: 'host', values: { isLinked: true } }])
    expect(resync).toMatchObject({ recommended: true, link: { quickbooksId: '3' } })
  })

  it('stays unfound where the host says so still', async () => {
    const issue = await unmatched('Relecloud')
    const { fact, resync } = await look(issue, hostSaying({ outcome: 'refused', error: issue.error }))
    expect(fact('host-record')).toMatchObject({ cause: 'stands', values: { isRefused: true } })
    expect(fact('name-holders')).toMatchObject({ cause: 'stands' })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
  })
})

describe('a name that a new entry wants', () => {
  const body = (DisplayName: string, email?: string) => ({
    DisplayName,
    ...(email !== undefined && { PrimaryEmailAddr: { Address: email } }),
  })

  it('is a vendor’s, until the vendor has another', async () => {
    const vendor = add('Vendor', { DisplayName: 'Fourth Coffee' })
    const issue = await refused({ entity: 'Customer', body: body('Fourth Coffee'), record: client('x') })
    expect(issue.item).toBe('duplicate-name')
    const before = await look(issue)
    expect(before.fact('name-holders')).toMatchObject({
      cause: 'stands',
      recommends: null,
      values: { isVendor: true, holderName: 'Fourth Coffee', quickbooksId: vendor.Id },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    change('Vendor', vendor.Id, { DisplayName: 'Fourth Coffee (V)' })
    const after = await look(issue)
    expect(after.fact('name-holders')).toMatchObject({ cause: 'gone', values: { isHeld: false } })
    expect(after.resync).toMatchObject({ recommended: true, link: null })
  })

  it('is the client’s own where the e-mail address is the same; else nobody knows', async () => {
    const customer = add('Customer', body('John Smith', 'john@example.com'))
    const own = await refused({
      entity: 'Customer',
      body: body('John Smith', 'John@Example.com'),
      record: client('John Smith'),
    })
    expect((await look(own)).resync).toMatchObject({
      recommended: true,
      link: { quickbooksId: customer.Id },
    })
    const other = await refused({
      entity: 'Customer',
      body: body('John Smith', 'smith@example.com'),
      record: client('John Smith'),
    })
    const { fact, resync } = await look(other)
    expect(fact('name-holders')).toMatchObject({
      recommends: null,
      values: { email: 'john@example.com', hasSameEmail: false, balance: '0.00', currency: 'USD' },
    })
    expect(resync).toMatchObject({ recommended: false, link: null })
  })

  it('is free but not to be used where its holder was made inactive: that may be the very one', async () => {
    const customer = add('Customer', body('Trey Research'))
    const issue = await refused({
      entity: 'Customer',
      body: body('Trey Research'),
      record: client('Trey Research'),
    })
    act({ act: 'make-inactive', entity: 'Customer', id: customer.Id })
    const { fact, resync } = await look(issue)
    expect(fact('name-holders')).toMatchObject({
      cause: 'gone',
      recommends: null,
      values: { deletedName: 'Trey Research (deleted)' },
    })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-not-checked' })
  })

  it('of a service is a service’s, which is linked, or a category’s, which is not', async () => {
    const record = { type: 'service', id: 's_1', label: 'Design', client: null } as const
    const service = (Name: string) => ({ Name, Type: 'Service', IncomeAccountRef: { value: '1' } })
    const issue = await refused({ entity: 'Item', body: service('Design'), record })
    expect((await look(issue)).resync).toMatchObject({
      recommended: true,
      link: { quickbooksId: find('Item', 'Design').Id },
    })
    add('Item', { Name: 'Bookkeeping', Type: 'Category' })
    const clash = await refused({ entity: 'Item', body: service('Bookkeeping'), record })
    const { fact, resync } = await look(clash)
    expect(fact('name-holders').values).toMatchObject({ isCategory: true, isItem: false })
    expect(resync).toMatchObject({ recommended: false })
    const renamed = await look(clash, hostWriting('Item', service('Monthly bookkeeping')))
    expect(renamed.resync).toMatchObject({ recommended: true })
  })
})
