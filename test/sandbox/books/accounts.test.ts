import { describe } from '@jest/globals'
import type { FaultRow } from '../../support/book-faults.ts'
import {
  ACCOUNT_DETAILS,
  ITEM_ACCOUNT,
  business,
  create,
  invoice,
  itRefuses,
} from '../../support/book-faults.ts'
import { expenseLine, feeOf, ids, paymentOf } from '../../support/sandbox-books.ts'

describe('Accounts in places that do not take them', () => {
  itRefuses([
    {
      pushed: 'cash from an expense account',
      push: create('Purchase', feeOf(5, { AccountRef: { value: ids.bankCharges } })),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    {
      pushed: 'cash from a credit card',
      push: create('Purchase', feeOf(5, { AccountRef: { value: ids.mastercard } })),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    {
      pushed: 'a card payment from the bank',
      push: create('Purchase', feeOf(5, { PaymentType: 'CreditCard' })),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    {
      pushed: 'a payment into an income account',
      push: create('Payment', { ...paymentOf(ids.amy, 5, {}), DepositToAccountRef: { value: ids.sales } }),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    {
      pushed: 'a sale into receivables',
      push: create('SalesReceipt', invoice({ DepositToAccountRef: { value: ids.receivable } })),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    {
      pushed: 'a refund from an income account',
      push: create('RefundReceipt', invoice({ DepositToAccountRef: { value: ids.sales } })),
      fault: ['6430', 'Invalid account type used', ACCOUNT_DETAILS],
    },
    ...Object.entries({ receivables: ids.receivable, payables: ids.payable, 'the bank': ids.checking }).map(
      ([where, value]): FaultRow => ({
        pushed: `a service that is earned in ${where}`,
        push: create('Item', { Name: 'Bookkeeping', IncomeAccountRef: { value } }),
        fault: ['6430', 'Invalid account type used', ITEM_ACCOUNT],
      }),
    ),
    {
      pushed: 'a service moved to receivables',
      push: (sample) => sample.change('Item', ids.design, { IncomeAccountRef: { value: ids.receivable } }),
      fault: ['6430', 'Invalid account type used', ITEM_ACCOUNT],
    },
    {
      pushed: 'an expense to receivables without a customer',
      push: create('Purchase', feeOf(5, { Line: [expenseLine(5, ids.receivable)] })),
      fault: business('When you use Accounts Receivable, you must choose a customer in the Name field.'),
    },
    {
      pushed: 'an expense to payables without a vendor',
      push: create('Purchase', feeOf(5, { Line: [expenseLine(5, ids.payable)] })),
      fault: business('When you use Accounts Payable, you must choose a Vendor'),
    },
    {
      pushed: 'a bill for payables',
      push: create('Bill', { VendorRef: { value: ids.nortonLumber }, Line: [expenseLine(5, ids.payable)] }),
      fault: business("You can't use an Accounts Payable account on the detail portion of a Bill."),
    },
  ])
})
