import { describe, expect, it } from '@jest/globals'
import { companyWithCases, hostWriting, issueOf } from '../support/case-in-books.ts'

const { add, act, refused, look } = await companyWithCases()
const CHECKING = '35'
const FUEL = '56'
const RECEIVABLE = '84'
const SALES = '79'

function fee(paidFrom: string, spentOn = FUEL) {
  return {
    PaymentType: 'Cash',
    AccountRef: { value: paidFrom },
    Line: [
      {
        Amount: 12,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: { AccountRef: { value: spentOn } },
      },
    ],
  }
}

describe('the accounts of an expense', () => {
  const record = { type: 'expense', id: 'exp_1', label: 'Fee', client: null } as const

  it('are of the wrong type where an expense account is to pay, until the host names a bank account', async () => {
    const issue = await refused({ entity: 'Purchase', body: fee(FUEL), record })
    expect(issue.item).toBe('invalid-expense-account-type')
    const before = await look(issue)
    expect(before.fact('account-types')).toMatchObject({
      cause: 'stands',
      values: { isPaidFrom: true, isWrongType: true, accountName: 'Fuel', accountType: 'Expense' },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    const after = await look(issue, hostWriting('Purchase', fee(CHECKING)))
    expect(after.fact('account-types')).toMatchObject({ cause: 'gone', values: { isFitting: true } })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('may be put to a receivable, which needs a name beside it', async () => {
    const issue = await refused({ entity: 'Purchase', body: fee(FUEL), record })
    const { fact } = await look(issue, hostWriting('Purchase', fee(CHECKING, RECEIVABLE)))
    expect(fact('account-types').values).toMatchObject({ isSpentOn: true, isWrongType: true })
  })

  it('may be inactive, or not be there', async () => {
    const savings = add('Account', { Name: 'Old clearing', AccountType: 'Bank' })
    act({ act: 'make-inactive', entity: 'Account', id: savings.Id })
    const issue = await refused({ entity: 'Purchase', body: fee(FUEL), record })
    const inactive = await look(issue, hostWriting('Purchase', fee(savings.Id)))
    expect(inactive.fact('account-types').values).toMatchObject({ isInactive: true, isWrongType: false })
    const missing = await look(issue, hostWriting('Purchase', fee('99999')))
    expect(missing.fact('account-types')).toMatchObject({
      cause: 'stands',
      values: { isMissing: true, accountName: null },
    })
  })

  it('are a credit card where the expense is a card purchase', async () => {
    const issue = await refused({ entity: 'Purchase', body: fee(FUEL), record })
    const card = { ...fee('41'), PaymentType: 'CreditCard' }
    expect((await look(issue, hostWriting('Purchase', card))).fact('account-types').cause).toBe('gone')
    expect((await look(issue, hostWriting('Purchase', fee('41')))).fact('account-types').cause).toBe('stands')
  })
})

describe('the account that a payment is deposited to', () => {
  it('is a bank account or a current asset', async () => {
    const record = { type: 'payment', id: 'pay_1', label: 'Payment' } as const
    const body = (account: string) => ({
      CustomerRef: { value: '3' },
      TotalAmt: 10,
      DepositToAccountRef: { value: account },
    })
    const issue = await refused({ entity: 'Payment', body: body(FUEL), record })
    expect((await look(issue)).fact('account-types').values).toMatchObject({
      isDepositTo: true,
      isWrongType: true,
    })
    const after = await look(issue, hostWriting('Payment', body('4')))
    expect(after.resync).toMatchObject({ recommended: true })
  })
})

describe('the income account of a service', () => {
  const record = { type: 'service', id: 's_1', label: 'Annual review', client: null } as const
  const service = (account: string) => ({
    Name: 'Annual review',
    Type: 'Service',
    IncomeAccountRef: { value: account },
  })

  it('is no receivable, until the host names an income account', async () => {
    const issue = await refused({ entity: 'Item', body: service(RECEIVABLE), record })
    expect(issue.item).toBe('invalid-service-account-type')
    const before = await look(issue)
    expect(before.fact('account-types')).toMatchObject({
      cause: 'stands',
      values: { isIncome: true, isWrongType: true, accountType: 'Accounts Receivable' },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
    const after = await look(issue, hostWriting('Item', service(SALES)))
    expect(after.fact('account-types')).toMatchObject({ cause: 'gone' })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('is left as it is by a change that does not name it', async () => {
    const issue = await issueOf({
      error: "Invalid account type: You can't associate a product or service with accounts of certain types",
      record,
      entity: 'Item',
      operation: 'update',
      payload: JSON.stringify({ Id: '4', Name: 'Design' }),
    })
    expect((await look(issue)).facts).toEqual([])
  })
})
