import { describe, expect, it } from '@jest/globals'
import type { QuickBooks } from '../../src/quickbooks/quickbooks.ts'
import { notSetUp } from '../../src/quickbooks/not-set-up.ts'
import { companyWithCases, issueOf } from '../support/case-in-books.ts'

const { books, look } = await companyWithCases()
const issue = await issueOf({
  error: 'You must specify a different number. DocNumber=7781 is assigned to TxnType=Invoice with TxnId=1',
  record: { date: '2026-03-02' },
})

/** The books, of which one kind of question has no answer. */
const booksWith = (changes: Partial<QuickBooks>): QuickBooks => ({ ...books, ...changes })

describe('books that cannot be read', () => {
  it('tell nothing, and why', async () => {
    const { facts, unread, resync } = await look(issue, undefined, notSetUp)
    expect(facts).toEqual([])
    expect(unread).toEqual({ unread: 'connection', until: undefined })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-not-checked' })
  })

  it.each([
    [{ outcome: 'failed', reason: 'timeout' }, 'no-answer'],
    [{ outcome: 'not-sent', waitingFor: 'quickbooks', until: undefined }, 'no-answer'],
    [{ outcome: 'not-sent', waitingFor: 'monthly-reads', until: undefined }, 'monthly-reads'],
    [{ outcome: 'not-sent', waitingFor: 'rate-limit', until: undefined }, 'rate-limit'],
    [{ outcome: 'refused', refusal: { httpStatus: 403, error: '', faults: [], intuitTid: null } }, 'refused'],
  ] as const)('say so: %j', async (outcome, reason) => {
    const { unread } = await look(issue, undefined, booksWith({ query: async () => outcome }))
    expect(unread).toMatchObject({ unread: reason })
  })

  it('in part do not recommend a resync: what was not read may hold the cause', async () => {
    const preferences = async () => ({ outcome: 'failed', reason: 'reset' }) as const
    const { facts, resync, unread } = await look(issue, undefined, booksWith({ preferences }))
    expect(facts).toMatchObject([{ kind: 'number-holder', cause: 'gone', recommends: null }])
    expect(unread).toMatchObject({ unread: 'no-answer' })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-not-checked' })
  })
})

describe('books that answer in another shape than documented', () => {
  it('are read as far as they go', async () => {
    const odd = { Id: '9', SyncToken: '0', TotalAmt: 'much', CustomerRef: 'somebody', MetaData: null }
    const query: QuickBooks['query'] = async () => ({ outcome: 'read', value: [odd] })
    const { fact } = await look(issue, undefined, booksWith({ query }))
    expect(fact('number-holder')).toMatchObject({
      cause: 'stands',
      values: { isTaken: true, quickbooksId: '9', customerName: null, createdAt: null, isSameRecord: false },
    })
  })
})
