import type { Field } from './field.ts'
import { linkField } from './link-field.ts'

const BILLABLE = ['Billable', 'NotBillable', 'HasBeenBilled']

/** A line of a purchase or a bill: what the money was spent on. */
export const expenseLine: Field = {
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
          'AccountBasedExpenseLineDetail',
          'ItemBasedExpenseLineDetail',
          'TaxLineDetail',
          'DescriptionOnly',
        ],
      },
      AccountBasedExpenseLineDetail: {
        kind: 'group',
        of: {
          class: 'AccountBasedExpenseLineDetail',
          members: {
            AccountRef: { kind: 'reference', to: 'Account', slot: 'category' },
            CustomerRef: { kind: 'reference', to: 'Customer' },
            ClassRef: { kind: 'kept' },
            BillableStatus: { kind: 'choice', values: BILLABLE },
            MarkupInfo: { kind: 'kept' },
            TaxCodeRef: { kind: 'kept' },
            TaxAmount: { kind: 'number' },
            TaxInclusiveAmt: { kind: 'number' },
          },
        },
      },
      ItemBasedExpenseLineDetail: {
        kind: 'group',
        of: {
          class: 'ItemBasedExpenseLineDetail',
          members: {
            ItemRef: { kind: 'reference', to: 'Item' },
            CustomerRef: { kind: 'reference', to: 'Customer' },
            ClassRef: { kind: 'kept' },
            UnitPrice: { kind: 'number' },
            Qty: { kind: 'number' },
            PriceLevelRef: { kind: 'kept' },
            BillableStatus: { kind: 'choice', values: BILLABLE },
            MarkupInfo: { kind: 'kept' },
            TaxCodeRef: { kind: 'kept' },
            TaxInclusiveAmt: { kind: 'number' },
          },
        },
      },
      TaxLineDetail: { kind: 'kept' },
      DescriptionLineDetail: { kind: 'kept' },
    },
  },
}
