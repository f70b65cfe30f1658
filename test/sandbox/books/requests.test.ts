import { describe, expect, it } from '@jest/globals'
import {
  MISSING,
  PROPERTY,
  business,
  create,
  createInvoice,
  itRefuses,
  lengthFault,
  missing,
} from '../../support/book-faults.ts'
import { expenseLine, feeOf, ids, refused, salesLine, sampleBooks } from '../../support/sandbox-books.ts'

describe('What the specification of the API refuses', () => {
  itRefuses([
    {
      pushed: 'a body that is no object',
      push: create('Customer', ['Amy']),
      fault: [
        '2010',
        PROPERTY,
        'Property Name:failed to parse json object; a property specified is unsupported or invalid',
      ],
    },
    {
      pushed: 'text where there should be an object',
      push: createInvoice({ CustomerMemo: 'Thank you' }),
      fault: [
        '2010',
        PROPERTY,
        'Property Name:Can not construct instance of java.m specified is unsupported or invalid',
      ],
    },
    { pushed: 'an invoice without lines', push: createInvoice({ Line: undefined }), fault: missing('Line') },
    {
      pushed: 'an invoice without a customer',
      push: createInvoice({ CustomerRef: undefined }),
      fault: missing('CustomerRef'),
    },
    {
      pushed: 'an invoice with an empty customer',
      push: createInvoice({ CustomerRef: {} }),
      fault: missing('CustomerRef'),
    },
    {
      pushed: 'a line that does not say what it is',
      push: createInvoice({ Line: [{ Amount: 5, SalesItemLineDetail: {} }] }),
      fault: missing('Line.DetailType'),
    },
    {
      pushed: 'a line without an amount',
      push: createInvoice({ Line: [{ DetailType: 'SalesItemLineDetail', SalesItemLineDetail: {} }] }),
      fault: missing('Line.Amount'),
    },
    {
      pushed: 'an expense that is paid from nowhere',
      push: create('Purchase', feeOf(5, { AccountRef: undefined })),
      fault: missing('AccountRef'),
    },
    {
      pushed: 'an expense without a way of paying',
      push: create('Purchase', feeOf(5, { PaymentType: undefined })),
      fault: missing('PaymentType'),
    },
    {
      pushed: 'an expense for nothing',
      push: create(
        'Purchase',
        feeOf(5, {
          Line: [
            { Amount: 5, DetailType: 'AccountBasedExpenseLineDetail', AccountBasedExpenseLineDetail: {} },
          ],
        }),
      ),
      fault: missing('Line.AccountBasedExpenseLineDetail.AccountRef'),
    },
    {
      pushed: 'a refund that is paid from nowhere',
      push: create('RefundReceipt', { Line: [salesLine(5)] }),
      fault: missing('DepositToAccountRef'),
    },
    {
      pushed: 'a bill from nobody',
      push: create('Bill', { Line: [expenseLine(5)] }),
      fault: missing('VendorRef'),
    },
    {
      pushed: 'a product without a name',
      push: create('Item', { IncomeAccountRef: { value: ids.sales } }),
      fault: missing('Name'),
    },
    {
      pushed: 'a product without an account',
      push: create('Item', { Name: 'Bookkeeping' }),
      fault: [
        '2020',
        MISSING,
        'Required parameter ExpenseAccountRef or IncomeAccountRef is missing in the request',
      ],
    },
    {
      pushed: 'stock without an account for its worth',
      push: create('Item', { Name: 'Bench', Type: 'Inventory', IncomeAccountRef: { value: ids.sales } }),
      fault: [
        '2020',
        MISSING,
        'Required parameter is missing in the request. An inventory assetaccount is required if you are tracking inventory quantities for this product.',
      ],
    },
    {
      pushed: 'an account of no type',
      push: create('Account', { Name: 'Clearing' }),
      fault: [
        '6010',
        'Invalid Account.AccountType && Account.SubType',
        'Either an Account.AccountType or an Account.AccountSubType must be specified',
      ],
    },
    {
      pushed: 'a customer without a name',
      push: create('Customer', { CompanyName: 'Northwind' }),
      fault: [
        '6080',
        'No Name Provided',
        'No name provided. Supply a DisplayName, or at least one part of the name.',
      ],
    },
    {
      pushed: 'a name where an id belongs',
      push: createInvoice({ CustomerRef: { value: 'Amy' } }),
      fault: ['2030', 'Invalid ID', 'Id should be a valid number. Supplied value:Amy', 'CustomerRef'],
    },
    {
      pushed: 'an empty id',
      push: createInvoice({ CustomerRef: { value: '' } }),
      fault: ['2030', 'Invalid ID', 'Id should be a valid number. Supplied value:', 'CustomerRef'],
    },
    {
      pushed: 'a customer with a colon in its name',
      push: create('Customer', { DisplayName: 'Smith: Jane' }),
      fault: [
        '2040',
        'Invalid String. The String may contain unsupported or illegal chars',
        'Element contains invalid characters. Smith: Jane',
        'DisplayName',
      ],
    },
    {
      pushed: 'a product with a tab in its name',
      push: create('Item', { Name: 'Tax\treturn', IncomeAccountRef: { value: ids.sales } }),
      fault: [
        '2040',
        'Invalid String. The String may contain unsupported or illegal chars',
        'Element contains invalid characters. Tax\treturn',
        'Name',
      ],
    },
    {
      pushed: 'a product with a name of 110 characters',
      push: create('Item', { Name: 'x'.repeat(110), IncomeAccountRef: { value: ids.sales } }),
      fault: lengthFault('100', '110', 'Name'),
    },
    {
      pushed: 'a number of 22 characters',
      push: createInvoice({ DocNumber: '1'.repeat(22) }),
      fault: lengthFault('21', '22', 'DocNumber'),
    },
    {
      pushed: 'a message of 1,001 characters',
      push: createInvoice({ CustomerMemo: { value: 'x'.repeat(1001) } }),
      fault: lengthFault('1,000', '1,001', 'Customer Memo'),
    },
    {
      pushed: 'a line described in 4,006 characters',
      push: createInvoice({ Line: [{ ...salesLine(5), Description: 'x'.repeat(4006) }] }),
      fault: lengthFault('4,000', '4,006', 'Description'),
    },
    {
      pushed: 'a telephone number of 31 characters',
      push: create('Customer', { DisplayName: 'N', PrimaryPhone: { FreeFormNumber: '5'.repeat(31) } }),
      fault: lengthFault('30', '31', 'FreeFormNumber'),
    },
    {
      pushed: 'terms with a name of 32 characters',
      push: create('Term', { Name: 'x'.repeat(32) }),
      fault: lengthFault('31', '32', 'Name'),
    },
    {
      pushed: 'an expense with a number of 22 characters',
      push: create('Purchase', feeOf(5, { DocNumber: '1'.repeat(22) })),
      fault: business('You cannot enter more than 21 characters in the doc_num field'),
    },
    {
      pushed: 'two e-mail addresses parted by a semicolon',
      push: create('Customer', { DisplayName: 'N', PrimaryEmailAddr: { Address: 'a@b.com;c@d.com' } }),
      fault: [
        '2210',
        'Invalid Email Address Format',
        "The email address doesn't conform to RFC 822 format. a@b.com;c@d.com",
        'Address',
      ],
    },
    {
      pushed: 'a web address that is none',
      push: create('Vendor', { DisplayName: 'N', WebAddr: { URI: 'see card' } }),
      fault: ['2200', 'Malformed Website Address Format', 'Supplied value: see card', 'URI'],
    },
    {
      pushed: 'a status that there is not',
      push: createInvoice({ EmailStatus: 'Sent' }),
      fault: ['2170', 'Invalid Enumeration', 'Invalid Enumeration : Sent', 'EmailStatus'],
    },
    {
      pushed: 'an amount in words',
      push: createInvoice({ Line: [{ ...salesLine(5), Amount: 'five' }] }),
      fault: ['2090', 'Invalid Number', 'Invalid Number : five', 'Amount'],
    },
    {
      pushed: 'a date as Americans write it',
      push: createInvoice({ TxnDate: '03/02/2026' }),
      fault: ['2060', 'Invalid Date Format', 'Invalid Date Format : 03/02/2026', 'TxnDate'],
    },
    {
      pushed: 'a day that there is not',
      push: createInvoice({ TxnDate: '2026-02-30' }),
      fault: ['2070', 'Invalid Date', 'Invalid Date : 2026-02-30', 'TxnDate'],
    },
    {
      pushed: 'the deletion of a customer',
      push: (sample) => sample.remove('Customer', ids.amy),
      fault: ['500', 'Unsupported Operation', 'Operation DELETE is not supported.'],
    },
  ])

  it('tells all at once what breaks the specification', () => {
    const written = sampleBooks().write('create', 'Invoice', {
      DocNumber: '1001',
      PrivateNote: 'x'.repeat(4001),
      CustomerRef: { value: ids.amy },
    })
    expect(refused(written).faults.map(({ code, element }) => [code, element])).toEqual([
      ['2050', 'PrivateNote'],
      ['2020', 'Line'],
      ['6140', ''],
    ])
  })

  it('tells of a property it does not know nothing else, and the properties it does', () => {
    const written = sampleBooks().write('create', 'PaymentMethod', { name: 'Cash', Name: 'x'.repeat(99) })
    expect(refused(written).faults).toEqual([
      {
        code: '2010',
        message: PROPERTY,
        detail:
          'Property Name:Unrecognized field "name" (class com.intuit.schema.finance.v3.PaymentMethod), not marked as ignorable (11 known properties: "Id", "SyncToken", "sparse", "domain", "status", "MetaData", "CustomField", "AttachableRef", "Name", "Active", "Type") specified is unsupported or invalid',
        element: 'name',
      },
    ])
  })
})
