import { describe, expect, it } from '@jest/globals'
import { companyWithCases, issueOf } from '../support/case-in-books.ts'

const { add, act, look } = await companyWithCases()

const taken = (DocNumber: string, TxnDate?: string) => ({
  DocNumber,
  ...(TxnDate !== undefined && { TxnDate }),
  CustomerRef: { value: '3' },
  Line: [{ Amount: 5, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '4' } } }],
})
const told = (number: string, TxnDate?: string, date: string | null = null) =>
  issueOf({
    error: `You must specify a different number. DocNumber=${number} is assigned to TxnType=Invoice with TxnId=1`,
    record: { date },
    entity: 'Invoice',
    operation: 'create',
    payload: JSON.stringify(taken(number, TxnDate)),
  })

describe('the day of a document', () => {
  it('in closed books stands in the way, whatever else is in order, until it is opened', async () => {
    act({ act: 'change-settings', settings: { bookCloseDate: '2025-12-31' } })
    const issue = await told('3001', '2025-12-31')
    const before = await look(issue)
    expect(before.fact('number-holder')).toMatchObject({ cause: 'gone' })
    expect(before.fact('closing-date')).toMatchObject({
      cause: 'stands',
      values: { date: '2025-12-31', isClosed: true, closedUntil: '2025-12-31' },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    act({ act: 'change-settings', settings: { bookCloseDate: null } })
    const after = await look(issue)
    expect(after.fact('closing-date')).toMatchObject({ cause: 'unknown', values: { isClosed: false } })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('does not hinder a link, which writes nothing', async () => {
    const ours = add('Invoice', taken('3002', '2025-12-30'))
    act({ act: 'change-settings', settings: { bookCloseDate: '2025-12-31' } })
    const { resync } = await look(await told('3002', '2025-12-30'))
    act({ act: 'change-settings', settings: { bookCloseDate: null } })
    expect(resync).toMatchObject({ recommended: true, link: { quickbooksId: ours.Id } })
  })

  it('tells nothing of the cause where it is open, and is no question where there is none', async () => {
    act({ act: 'change-settings', settings: { bookCloseDate: '2025-12-31' } })
    const { fact } = await look(await told('3003', undefined, '2026-01-01'))
    expect(fact('closing-date')).toMatchObject({
      cause: 'unknown',
      recommends: null,
      values: { date: '2026-01-01', isClosed: false, closedUntil: null },
    })
    const { facts } = await look(await told('3003'))
    expect(facts.map(({ kind }) => kind)).toEqual(['number-holder'])
  })
})
