import { describe, expect, it } from '@jest/globals'
import { companyWithCases, issueOf } from '../support/case-in-books.ts'

const { add, change, act, refused, look, find } = await companyWithCases()
const record = { type: 'payment', id: 'pay_1', label: 'Payment' } as const
const body = { Name: 'Credit Card', Type: 'CREDIT_CARD' }

describe('the payment method that holds the name', () => {
  it('is not marked as a credit card, until it is', async () => {
    const method = find('PaymentMethod', 'Credit Card')
    const issue = await refused({ entity: 'PaymentMethod', body, record })
    expect(issue.item).toBe('duplicate-name')
    const before = await look(issue)
    expect(before.facts).toMatchObject([
      {
        kind: 'payment-method-type',
        cause: 'stands',
        values: { name: 'Credit Card', isHeld: true, isWrongType: true, isInactive: false },
      },
    ])
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    change('PaymentMethod', method.Id, { Type: 'CREDIT_CARD' })
    const after = await look(issue)
    expect(after.fact('payment-method-type')).toMatchObject({ cause: 'gone' })
    expect(after.resync).toMatchObject({ recommended: true })
  })

  it('is none any more once its holder was made inactive, which frees the name', async () => {
    const method = add('PaymentMethod', { Name: 'Prepaid', Type: 'CREDIT_CARD' })
    const pushed = { ...body, Name: 'prepaid' }
    const issue = await refused({ entity: 'PaymentMethod', body: pushed, record })
    act({ act: 'make-inactive', entity: 'PaymentMethod', id: method.Id })
    const { fact } = await look(issue)
    expect(fact('payment-method-type')).toMatchObject({ cause: 'gone', values: { isHeld: false } })
  })

  it('is no question where the message says whose name it is, or another kind was pushed', async () => {
    const named =
      'The name supplied already exists. : Another customer, vendor or employee is already using this name.'
    const client = { type: 'client', id: 'c_1', label: 'Nobody', client: null } as const
    const kinds = async (error: string, entity?: 'Customer') => {
      const { facts } = await look(await issueOf({ error, record: client, ...(entity && { entity }) }))
      return facts.map(({ kind }) => kind)
    }
    expect(await kinds(named)).toEqual(['name-holders'])
    expect(await kinds('The name supplied already exists. :', 'Customer')).toEqual(['name-holders'])
    expect(await kinds('The name supplied already exists. :')).toEqual([
      'name-holders',
      'payment-method-type',
    ])
  })
})
