import { address } from './address.ts'
import { contactFields } from './contact-fields.ts'
import type { Field } from './field.ts'
import { linkField } from './link-field.ts'
import { transactionMembers } from './transaction-members.ts'

const line: Field = {
  kind: 'list',
  of: {
    class: 'Line',
    members: {
      Id: { kind: 'text' },
      LineNum: { kind: 'number' },
      Description: { kind: 'text', max: 4000 },
      Amount: { kind: 'number' },
      Received: { kind: 'kept' },
      LinkedTxn: linkField,
      CustomField: { kind: 'kept' },
      LineEx: { kind: 'kept' },
      DetailType: {
        kind: 'choice',
        values: [
          'SalesItemLineDetail',
          'SubTotalLineDetail',
          'DiscountLineDetail',
          'DescriptionOnly',
          'GroupLineDetail',
          'TaxLineDetail',
        ],
      },
      SalesItemLineDetail: {
        kind: 'group',
        of: {
          class: 'SalesItemLineDetail',
          members: {
            ItemRef: { kind: 'reference', to: 'Item' },
            ItemAccountRef: { kind: 'kept' },
            ClassRef: { kind: 'kept' },
            UnitPrice: { kind: 'number' },
            RatePercent: { kind: 'number' },
            PriceLevelRef: { kind: 'kept' },
            MarkupInfo: { kind: 'kept' },
            Qty: { kind: 'number' },
            UOMRef: { kind: 'kept' },
            TaxCodeRef: { kind: 'kept' },
            TaxClassificationRef: { kind: 'kept' },
            ServiceDate: { kind: 'date' },
            TaxInclusiveAmt: { kind: 'number' },
            DiscountRate: { kind: 'number' },
            DiscountAmt: { kind: 'number' },
          },
        },
      },
      DiscountLineDetail: {
        kind: 'group',
        of: {
          class: 'DiscountLineDetail',
          members: {
            PercentBased: { kind: 'boolean' },
            DiscountPercent: { kind: 'number' },
            DiscountAccountRef: { kind: 'kept' },
            DiscountRef: { kind: 'kept' },
            ClassRef: { kind: 'kept' },
            TaxCodeRef: { kind: 'kept' },
          },
        },
      },
      SubTotalLineDetail: { kind: 'kept' },
      DescriptionLineDetail: { kind: 'kept' },
      GroupLineDetail: { kind: 'kept' },
      TaxLineDetail: { kind: 'kept' },
    },
  },
}

/** What invoices, sales receipts, credit memos and refund receipts have in common. */
export const salesMembers = {
  ...transactionMembers,
  DocNumber: { kind: 'text', max: 21 },
  AutoDocNumber: { kind: 'kept' },
  Line: line,
  LinkedTxn: { kind: 'own' },
  CustomerRef: { kind: 'reference', to: 'Customer' },
  CustomerMemo: {
    kind: 'group',
    of: { class: 'MemoRef', members: { value: { kind: 'text', max: 1000, label: 'Customer Memo' } } },
  },
  BillAddr: address,
  ShipAddr: address,
  ShipFromAddr: address,
  FreeFormAddress: { kind: 'kept' },
  BillEmail: contactFields.email,
  BillEmailCc: contactFields.email,
  BillEmailBcc: contactFields.email,
  PONumber: { kind: 'text', max: 15 },
  FOB: { kind: 'text', max: 15 },
  ShipDate: { kind: 'date' },
  ShipMethodRef: { kind: 'kept' },
  TrackingNum: { kind: 'kept' },
  ApplyTaxAfterDiscount: { kind: 'boolean' },
  TaxExemptionRef: { kind: 'kept' },
  PrintStatus: { kind: 'choice', values: ['NotSet', 'NeedToPrint', 'PrintComplete'] },
  EmailStatus: { kind: 'choice', values: ['NotSet', 'NeedToSend', 'EmailSent'] },
  DeliveryInfo: { kind: 'kept' },
  TotalAmt: { kind: 'own' },
  Balance: { kind: 'own' },
  SalesTermRef: { kind: 'reference', to: 'Term' },
  PaymentMethodRef: { kind: 'reference', to: 'PaymentMethod' },
  PaymentRefNum: { kind: 'text', max: 21 },
  PaymentType: { kind: 'kept' },
  CreditCardPayment: { kind: 'kept' },
} as const satisfies Readonly<Record<string, Field>>
