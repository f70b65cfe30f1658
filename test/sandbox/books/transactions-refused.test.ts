import { describe } from '@jest/globals'
import {
  BUSINESS,
  CHARGES,
  business,
  create,
  createInvoice,
  invoice,
  itRefuses,
} from '../../support/book-faults.ts'
import { feeOf, ids, invoiceOf, paymentOf, salesLine } from '../../support/sandbox-books.ts'

describe('Transactions that are refused', () => {
  itRefuses([
    {
      pushed: 'an invoice with a number that is taken',
      push: createInvoice({ DocNumber: '1001' }),
      fault: [
        '6140',
        'Duplicate Document Number Error',
        'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1001 is assigned to TxnType=Invoice with TxnId=3',
      ],
    },
    {
      pushed: 'a credit memo with the number of a sales receipt',
      push: create('CreditMemo', invoice({ DocNumber: '1003' })),
      fault: [
        '6140',
        'Duplicate Document Number Error',
        'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1003 is assigned to TxnType=Sales Receipt with TxnId=6',
      ],
    },
    {
      pushed: 'an expense with a number that is taken',
      push: (sample) => {
        sample.create('Purchase', feeOf(5, { DocNumber: 'FEE-1' }))
        return sample.write('create', 'Purchase', feeOf(6, { DocNumber: 'FEE-1' }))
      },
      fault: [
        '6140',
        'Duplicate Document Number Error',
        'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=FEE-1 is assigned to TxnType=Expense with TxnId=24',
      ],
    },
    {
      pushed: 'an invoice of no lines',
      push: createInvoice({ Line: [] }),
      fault: business('Add a line item to continue.'),
    },
    {
      pushed: 'an invoice of words only',
      push: createInvoice({ Line: [{ DetailType: 'DescriptionOnly', Description: 'Thank you' }] }),
      fault: business('Add a line item to continue.'),
    },
    {
      pushed: 'a line that is not price times quantity',
      push: createInvoice({ Line: [salesLine(58, ids.design, { Qty: 3, UnitPrice: 19 })] }),
      fault: [
        '6070',
        'Amount calculation incorrect in the request',
        'Amount is not equal to UnitPrice * Qty. Supplied value:58',
        'Line.Amount',
      ],
    },
    {
      pushed: 'an invoice of less than nothing',
      push: createInvoice({ Line: [salesLine(5), salesLine(-6)] }),
      fault: business('You must specify a transaction amount that is 0 or greater.'),
    },
    {
      pushed: 'an invoice with a deposit of more than all of it',
      push: createInvoice({ Deposit: 101 }),
      fault: business('You must specify a transaction amount that is 0 or greater.'),
    },
    {
      pushed: 'a payment that does not say how much',
      push: create('Payment', { CustomerRef: { value: ids.amy } }),
      fault: business('You must set a transaction amount.'),
    },
    {
      pushed: 'a payment of more than is open',
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        return sample.write('create', 'Payment', paymentOf(ids.amy, 150, { [Id]: 150 }))
      },
      fault: ['6000', BUSINESS, CHARGES],
    },
    {
      pushed: 'a payment whose lines are more than was received',
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        return sample.write('create', 'Payment', paymentOf(ids.amy, 40, { [Id]: 50 }))
      },
      fault: ['6000', BUSINESS, CHARGES],
    },
    {
      pushed: 'a payment of what an automatically applied credit has paid already',
      settings: { autoApplyCredit: true },
      push: (sample) => {
        sample.create('CreditMemo', invoiceOf(ids.kate, 200))
        const { Id } = sample.create('Invoice', invoiceOf(ids.kate, 500))
        return sample.write('create', 'Payment', paymentOf(ids.kate, 500, { [Id]: 500 }))
      },
      fault: ['6000', BUSINESS, CHARGES],
    },
    {
      pushed: 'a payment that uses more credit than it pays',
      push: (sample) => {
        const memo = sample.create('CreditMemo', invoiceOf(ids.kate, 200))
        return sample.write('create', 'Payment', {
          ...paymentOf(ids.kate, 0, {}),
          Line: [{ Amount: 50, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] }],
        })
      },
      fault: ['6000', BUSINESS, CHARGES],
    },
    {
      pushed: "a payment of another customer's invoice",
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        return sample.write('create', 'Payment', paymentOf(ids.kate, 100, { [Id]: 100 }))
      },
      fault: ['620', 'Txn ID Cannot Be Linked', "The Txn ID (24) you are trying to use can't be linked"],
    },
    {
      pushed: 'a payment of an invoice that is void',
      push: (sample) => {
        const { Id } = sample.create('Invoice', invoice())
        sample.voidOne('Invoice', Id)
        return sample.write('create', 'Payment', paymentOf(ids.amy, 100, { [Id]: 100 }))
      },
      fault: ['620', 'Txn ID Cannot Be Linked', "The Txn ID (24) you are trying to use can't be linked"],
    },
    {
      pushed: 'an invoice in another currency',
      push: createInvoice({ CurrencyRef: { value: 'EUR' } }),
      fault: business('The currency of the transaction is invalid for customer/vendor/account.'),
    },
    {
      pushed: 'a line without a rate where rates are required',
      settings: { taxRateRequired: true },
      push: createInvoice({}),
      fault: business('Make sure all your transactions have a GST/HST rate before you save.'),
    },
    {
      pushed: 'a line with a rate where lines are taxed or not',
      push: createInvoice({ Line: [salesLine(5, ids.design, { TaxCodeRef: { value: '3' } })] }),
      fault: [
        '6100',
        'Invalid Line TaxCode in the request',
        'Valid Line TaxCodes for US should be TAX or NON. Supplied value:3',
        'Line.SalesItemLineDetail.TaxCodeRef',
      ],
    },
    {
      pushed: 'an invoice to be sent to nobody',
      push: createInvoice({ EmailStatus: 'NeedToSend' }),
      fault: ['6420', 'Email address is required', 'Email address is required to send this transaction.'],
    },
    {
      pushed: 'a change of a payment that was deposited',
      push: (sample) => {
        const { Id } = sample.create('Payment', paymentOf(ids.amy, 50, {}))
        sample.create('Deposit', {
          DepositToAccountRef: { value: ids.checking },
          Line: [{ Amount: 50, LinkedTxn: [{ TxnId: Id, TxnType: 'Payment', TxnLineId: '0' }] }],
        })
        return sample.change('Payment', Id, { TotalAmt: 60 })
      },
      fault: [
        '6540',
        'Deposited Transaction cannot be changed',
        'This transaction has been deposited. If you want to change or delete it, you must edit the deposit it appears on and remove it first.',
      ],
    },
    {
      pushed: 'a second deposit of one payment',
      push: (sample) => {
        const { Id } = sample.create('Payment', paymentOf(ids.amy, 50, {}))
        const deposit = {
          DepositToAccountRef: { value: ids.checking },
          Line: [{ Amount: 50, LinkedTxn: [{ TxnId: Id, TxnType: 'Payment' }] }],
        }
        sample.create('Deposit', deposit)
        return sample.write('create', 'Deposit', deposit)
      },
      fault: ['620', 'Txn ID Cannot Be Linked', "The Txn ID (24) you are trying to use can't be linked"],
    },
    {
      pushed: 'a deposit of what lies in the bank already',
      push: (sample) => {
        const { Id } = sample.create('Payment', {
          ...paymentOf(ids.amy, 50, {}),
          DepositToAccountRef: { value: ids.checking },
        })
        return sample.write('create', 'Deposit', {
          DepositToAccountRef: { value: ids.checking },
          Line: [{ Amount: 50, LinkedTxn: [{ TxnId: Id, TxnType: 'Payment' }] }],
        })
      },
      fault: ['620', 'Txn ID Cannot Be Linked', "The Txn ID (24) you are trying to use can't be linked"],
    },
  ])
})
