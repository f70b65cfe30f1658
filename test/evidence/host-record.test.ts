import { describe, expect, it } from '@jest/globals'
import { companyWithCases, hostSaying, hostWriting, issueOf } from '../support/case-in-books.ts'

const { look, reads, act, add } = await companyWithCases()
const record = { type: 'service', id: 's_1', label: 'Annual review', client: null } as const
const error = 'Please specify the income account'
const missing = () => issueOf({ error, record, entity: 'Item', operation: 'create' })
const service = (account: string) => ({
  Name: 'Annual review',
  Type: 'Service',
  IncomeAccountRef: { value: account },
})

describe('a service without an income account', () => {
  it('is refused by the host, until an account is chosen there', async () => {
    const issue = await missing()
    expect(issue.item).toBe('income-account-missing')
    const before = await look(issue, hostSaying({ outcome: 'refused', error }))
    expect(before.facts).toMatchObject([
      { kind: 'host-record', source: 'host', cause: 'stands', values: { isRefused: true } },
    ])
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    const after = await look(issue, hostWriting('Item', service('1')))
    expect(after.facts).toMatchObject([
      { kind: 'host-record', cause: 'gone' },
      { kind: 'account-types', cause: 'gone', values: { accountName: 'Services', isIncome: true } },
    ])
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('is not cured by an account of another type, or by one that is inactive', async () => {
    const issue = await missing()
    const bank = await look(issue, hostWriting('Item', service('35')))
    expect(bank.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
    const account = add('Account', { Name: 'Fees', AccountType: 'Income' })
    act({ act: 'make-inactive', entity: 'Account', id: account.Id })
    const inactive = await look(issue, hostWriting('Item', service(account.Id)))
    expect(inactive.fact('account-types').values).toMatchObject({ isInactive: true })
    expect(inactive.resync).toMatchObject({ recommended: false })
  })

  it('is not known to be cured where the host has no address, or is silent', async () => {
    const issue = await missing()
    expect((await look(issue)).facts).toEqual([])
    const silent = await look(issue, hostSaying({ outcome: 'unreachable', reason: 'no answer' }))
    expect(silent.facts).toEqual([])
    expect(silent.resync).toMatchObject({ recommended: false, reason: 'cause-not-checked' })
  })
})

describe('a record of any error', () => {
  const duplicate = () =>
    issueOf({ error: 'You must specify a different number. DocNumber=1 is assigned', record: {} })

  it('that the host has deleted is unwanted: it is skipped, and no book is read', async () => {
    const before = reads()
    const { facts, skip, resync } = await look(await duplicate(), hostSaying({ outcome: 'gone' }))
    expect(facts).toMatchObject([{ kind: 'host-record', values: { isGone: true } }])
    expect(skip).toMatchObject({ recommended: true })
    expect(resync).toMatchObject({ recommended: false })
    expect(reads()).toBe(before)
  })

  it('that the host knows in QuickBooks is linked, and no book is read', async () => {
    const before = reads()
    const host = hostSaying({ outcome: 'in-books', quickbooksId: '77' })
    const { resync } = await look(await duplicate(), host)
    expect(resync).toMatchObject({ recommended: true, link: { quickbooksId: '77' } })
    expect(reads()).toBe(before)
  })

  it('that the host will not push is not recommended, whatever the books say', async () => {
    const { facts, resync } = await look(await duplicate(), hostSaying({ outcome: 'refused', error: 'No.' }))
    expect(facts.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['host-record', 'stands'],
      ['number-holder', 'gone'],
    ])
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
  })
})
