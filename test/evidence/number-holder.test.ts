import { describe, expect, it } from '@jest/globals'
import { companyWithCases, hostWriting, issueOf } from '../support/case-in-books.ts'

const { add, change, remove, refused, look, act, find } = await companyWithCases()

/** An invoice of Cool Cars with this number. */
function invoice(DocNumber: string, amount = 1250, customer = '3') {
  return {
    DocNumber,
    CustomerRef: { value: customer },
    TxnDate: '2026-03-02',
    Line: [
      {
        Amount: amount,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: '4' } },
      },
    ],
  }
}

describe('a number that is taken', () => {
  it('belongs to somebody else’s invoice, until that has another number', async () => {
    const other = add('Invoice', invoice('1781', 99, '26'))
    const issue = await refused({ entity: 'Invoice', body: invoice('1781') })
    expect(issue.item).toBe('duplicate-document-number')
    const before = await look(issue)
    expect(before.fact('number-holder')).toMatchObject({
      cause: 'stands',
      recommends: null,
      values: {
        number: '1781',
        isTaken: true,
        isSameRecord: false,
        document: 'Invoice',
        customerName: 'Travis Waldron',
        total: '99.00',
        currency: 'USD',
        quickbooksId: other.Id,
        isTwice: false,
      },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands', link: null })

    change('Invoice', other.Id, { DocNumber: '9001' })
    const after = await look(issue)
    expect(after.fact('number-holder')).toMatchObject({ cause: 'gone', values: { isTaken: false } })
    expect(after.resync).toMatchObject({ recommended: true, reason: null, link: null })
  })

  it('is no trouble any more where the host has given the record another', async () => {
    const other = add('Invoice', invoice('1782', 99, '26'))
    const issue = await refused({ entity: 'Invoice', body: invoice('1782') })
    const renumbered = await look(issue, hostWriting('Invoice', invoice('1783')))
    expect(renumbered.fact('number-holder')).toMatchObject({ cause: 'gone', values: { number: '1783' } })
    expect(renumbered.resync).toMatchObject({ recommended: true })
    remove('Invoice', other.Id)
  })

  it('is the record’s own where an earlier try went through: then it is linked', async () => {
    const ours = add('Invoice', invoice('1784'))
    const issue = await refused({ entity: 'Invoice', body: invoice('1784') })
    const { fact, resync, skip } = await look(issue)
    expect(fact('number-holder')).toMatchObject({
      recommends: 'link',
      values: { isSameRecord: true, isOurs: false, quickbooksId: ours.Id },
    })
    expect(resync).toMatchObject({ recommended: true, link: { quickbooksId: ours.Id } })
    expect(skip).toMatchObject({ recommended: false, reason: 'already-in-books' })
  })

  it('is known to be of our own try, where one was under way when the document was made', async () => {
    add('Invoice', invoice('1785'))
    const issue = await refused({ entity: 'Invoice', body: invoice('1785') })
    const startedAt = new Date(Date.now() - 1_000).toISOString()
    const action = { tries: [{ startedAt }] } as unknown as NonNullable<typeof issue.action>
    const { fact } = await look({ ...issue, action })
    expect(fact('number-holder').values).toMatchObject({ isSameRecord: true, isOurs: true })
  })

  it('may belong to another kind of document, which is never the same record', async () => {
    add('CreditMemo', invoice('1786'))
    const issue = await refused({ entity: 'Invoice', body: invoice('1786') })
    const { fact, resync } = await look(issue)
    expect(fact('number-holder').values).toMatchObject({
      document: 'CreditMemo',
      isOtherKind: true,
      isSameRecord: false,
    })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
  })

  it('may stand twice, where the company once did not care; the record’s own is told first', async () => {
    const first = add('Invoice', invoice('1787', 1))
    act({ act: 'change-settings', settings: { warnDuplicateNumbers: false } })
    const second = add('Invoice', invoice('1787'))
    act({ act: 'change-settings', settings: { warnDuplicateNumbers: true } })
    const issue = await refused({ entity: 'Invoice', body: invoice('1787') })
    const { fact } = await look(issue)
    expect(fact('number-holder').values).toMatchObject({
      isTwice: true,
      isSameRecord: true,
      quickbooksId: second.Id,
    })
    expect(first.Id).not.toBe(second.Id)
  })

  it('of an expense is looked for among expenses only', async () => {
    add('Invoice', invoice('1788'))
    const issue = await issueOf({
      error: 'Duplicate Document Number Error : You must specify a different number.',
      record: { type: 'expense', id: 'exp_1', label: 'Fee' },
      entity: 'Purchase',
      operation: 'create',
      payload: JSON.stringify({ DocNumber: '1788', PaymentType: 'Cash', Line: [] }),
    })
    expect((await look(issue)).fact('number-holder').values).toMatchObject({ isTaken: false })
  })

  it('is compared by client and amount where nobody knows what was sent', async () => {
    const customer = find('Customer', 'Cool Cars')
    add('Invoice', invoice('1789', 1250, customer.Id))
    const error =
      'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1789 is assigned to TxnType=Invoice with TxnId=1'
    const told = { error, record: { client: { id: 'c_7', name: 'Cool Cars' } } }
    expect((await look(await issueOf(told))).fact('number-holder').values).toMatchObject({
      isSameRecord: true,
    })
    const others = { error, record: { client: { id: 'c_8', name: 'Hot Cars' } } }
    expect((await look(await issueOf(others))).fact('number-holder').values).toMatchObject({
      isSameRecord: false,
    })
  })

  it('that is not told anywhere raises no question', async () => {
    const issue = await issueOf({ error: 'You must specify a different number', record: {} })
    const { facts, resync } = await look(issue)
    expect(facts).toEqual([])
    expect(resync).toMatchObject({ reason: 'cause-not-checked' })
  })
})
