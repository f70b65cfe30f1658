import { commonMembers } from './common-members.ts'
import type { Field } from './field.ts'

/** What transactions have in common. */
export const transactionMembers = {
  ...commonMembers,
  TxnDate: { kind: 'date' },
  PrivateNote: { kind: 'text', max: 4000 },
  CurrencyRef: { kind: 'kept' },
  ExchangeRate: { kind: 'number' },
  DepartmentRef: { kind: 'kept' },
  ClassRef: { kind: 'kept' },
  ProjectRef: { kind: 'kept' },
  TxnSource: { kind: 'kept' },
  TxnStatus: { kind: 'kept' },
  TxnTaxDetail: {
    kind: 'group',
    of: {
      class: 'TxnTaxDetail',
      members: {
        TotalTax: { kind: 'number' },
        TxnTaxCodeRef: { kind: 'kept' },
        DefaultTaxCodeRef: { kind: 'kept' },
        TaxLine: { kind: 'kept' },
        UseAutomatedSalesTax: { kind: 'kept' },
      },
    },
  },
  GlobalTaxCalculation: { kind: 'choice', values: ['TaxExcluded', 'TaxInclusive', 'NotApplicable'] },
  TransactionLocationType: { kind: 'kept' },
  TaxFormNum: { kind: 'kept' },
  TaxFormType: { kind: 'kept' },
  RecurDataRef: { kind: 'kept' },
  Tag: { kind: 'kept' },
  HomeTotalAmt: { kind: 'own' },
  HomeBalance: { kind: 'own' },
} as const satisfies Readonly<Record<string, Field>>
