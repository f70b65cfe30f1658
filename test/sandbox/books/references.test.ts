import { describe, expect, it } from '@jest/globals'
import type { FaultRow } from '../../support/book-faults.ts'
import type { SampleBooks } from '../../support/sandbox-books.ts'
import {
  INACTIVE,
  business,
  create,
  createInvoice,
  invoice,
  itRefuses,
  missing,
} from '../../support/book-faults.ts'
import { feeOf, ids, invoiceOf, salesLine, sampleBooks } from '../../support/sandbox-books.ts'

const withInactiveKate = (sample: SampleBooks) => {
  sample.change('Customer', ids.kate, { Active: false })
  return sample.write('create', 'Invoice', invoiceOf(ids.kate, 100))
}

describe('What is refused for what it refers to', () => {
  itRefuses([
    {
      pushed: 'an invoice to an inactive customer',
      push: withInactiveKate,
      fault: [
        '6250',
        'Invalid Customer',
        'The customer you have specified has been deleted. You cannot create or edit a transaction with a deleted customer.',
      ],
    },
    {
      pushed: 'the same, where QuickBooks names the customer',
      settings: { inactiveCustomerFault: '2500-restore' },
      push: withInactiveKate,
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Customer assigned to this transaction has been deleted. Before you can modify this transaction, you must restore Kate Whelan (deleted).',
      ],
    },
    {
      pushed: 'the same, where QuickBooks names nobody',
      settings: { inactiveCustomerFault: '2500-inactive' },
      push: withInactiveKate,
      fault: ['2500', 'Invalid Reference Id', `Invalid Reference Id : ${INACTIVE}`],
    },
    {
      pushed: 'the same, where QuickBooks finds nothing',
      settings: { inactiveCustomerFault: '610' },
      push: withInactiveKate,
      fault: ['610', 'Object Not Found', `Object Not Found : ${INACTIVE}`],
    },
    {
      pushed: 'an invoice to a customer of another company',
      push: createInvoice({ CustomerRef: { value: '9001' } }),
      fault: ['2500', 'Invalid Reference Id', 'Invalid Reference Id : Names element id 9001 not found'],
    },
    {
      pushed: 'an invoice to a vendor',
      push: createInvoice({ CustomerRef: { value: ids.nortonLumber } }),
      fault: business('The type of name assigned to this transaction (client, vendor, employee) is wrong'),
    },
    {
      pushed: 'an expense to an employee who is said to be a vendor',
      push: create('Purchase', feeOf(5, { EntityRef: { value: ids.emily, type: 'Vendor' } })),
      fault: business('The type of name assigned to this transaction (client, vendor, employee) is wrong'),
    },
    {
      pushed: 'an invoice for a product that there is not',
      push: createInvoice({ Line: [salesLine(5, '999')] }),
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef',
        'Line.SalesItemLineDetail.ItemRef',
      ],
    },
    ...(['Invoice', 'CreditMemo', 'RefundReceipt', 'SalesReceipt'] as const).map((entity): FaultRow => ({
      pushed: `${entity} for a product that is inactive`,
      push: (sample) => {
        sample.change('Item', ids.design, { Active: false })
        const refund = entity === 'RefundReceipt' ? { DepositToAccountRef: { value: ids.checking } } : {}
        return sample.write('create', entity, invoice(refund))
      },
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef',
        'Line.SalesItemLineDetail.ItemRef',
      ],
    })),
    {
      pushed: 'an invoice for a product that was merged into another',
      push: (sample) => {
        sample.act({ act: 'merge', entity: 'Item', id: ids.gardening, into: ids.design })
        return sample.write('create', 'Invoice', invoice({ Line: [salesLine(5, ids.gardening)] }))
      },
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef',
        'Line.SalesItemLineDetail.ItemRef',
      ],
    },
    {
      pushed: 'a change of an invoice whose product was made inactive since',
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        sample.change('Item', ids.design, { Active: false })
        return sample.change('Invoice', Id, { PrivateNote: 'sent' })
      },
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Product/Service assigned to this transaction has been deleted. Before you can modify this transaction, you must restore Design (deleted).',
      ],
    },
    {
      pushed: 'an invoice for a category',
      push: (sample) => {
        const { Id } = sample.create('Item', { Name: 'Taxes', Type: 'Category' })
        return sample.write('create', 'Invoice', invoice({ Line: [salesLine(5, Id)] }))
      },
      fault: [
        '2500',
        'Invalid Reference Id',
        'Invalid Reference Id : Categories cannot be used in transactions.',
        'Line.SalesItemLineDetail.ItemRef',
      ],
    },
    {
      pushed: 'an expense from an account that there is not',
      push: create('Purchase', feeOf(5, { AccountRef: { value: '7777' } })),
      fault: ['2500', 'Invalid Reference Id', 'Invalid Reference Id : Accounts element id 7777 not found'],
    },
    {
      pushed: 'an expense to an inactive account',
      push: (sample) => {
        sample.change('Account', ids.commissions, { Active: false })
        return sample.write('create', 'Purchase', feeOf(5))
      },
      fault: ['2500', 'Invalid Reference Id', `Invalid Reference Id : ${INACTIVE}`],
    },
    {
      pushed: 'a job of a customer that there is not',
      push: create('Customer', { DisplayName: 'Job', ParentRef: { value: '9001' } }),
      fault: ['700', 'Parent Reference Invalid', "The parent isn't a valid reference", 'ParentRef'],
    },
    {
      pushed: 'a customer below its own job',
      push: (sample) => sample.change('Customer', '7', { ParentRef: { value: '8' } }),
      fault: ['700', 'Parent Reference Invalid', "The parent isn't a valid reference", 'ParentRef'],
    },
    {
      pushed: 'a change on an old SyncToken',
      push: (sample) => {
        sample.change('Customer', ids.amy, { Notes: 'one' })
        return sample.write('update', 'Customer', { Id: ids.amy, SyncToken: '0', sparse: true, Notes: 'two' })
      },
      fault: [
        '5010',
        'Stale Object Error',
        'Stale Object Error : You and Craig Carlson were working on this at the same time. Craig Carlson finished before you did, so your work was not saved.',
      ],
    },
    {
      pushed: 'a change without a SyncToken',
      push: (sample) => sample.write('update', 'Customer', { Id: ids.amy, sparse: true }),
      fault: missing('SyncToken'),
    },
    {
      pushed: 'a change of what there is not',
      push: (sample) => sample.write('update', 'Customer', { Id: '9001', SyncToken: '0' }),
      fault: ['610', 'Object Not Found', `Object Not Found : ${INACTIVE}`],
    },
    {
      pushed: 'a change of an invoice that was deleted',
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        sample.remove('Invoice', Id)
        return sample.write('update', 'Invoice', { Id, SyncToken: '0', sparse: true })
      },
      fault: ['610', 'Object Not Found', 'Object Not Found : Another user has deleted this transaction.'],
    },
  ])

  it('says of what is not there that it is not, and of what was deleted that somebody did', () => {
    const { books, create, remove } = sampleBooks()
    const { Id } = create('Invoice', invoice())
    remove('Invoice', Id)
    expect(books.notFound('Invoice', Id).faults[0]?.detail).toBe(
      'Object Not Found : Another user has deleted this transaction.',
    )
    expect(books.notFound('Invoice', '9001').faults[0]?.detail).toBe(`Object Not Found : ${INACTIVE}`)
  })
})
