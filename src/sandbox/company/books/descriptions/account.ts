import { accountTypes } from '../account-types.ts'
import { commonMembers } from './common-members.ts'
import type { Description } from './description.ts'

export const account: Description = {
  name: 'Account',
  kind: 'list',
  idSpace: 'accounts',
  nameMember: 'Name',
  required: ['Name'],
  fields: {
    class: 'Account',
    members: {
      ...commonMembers,
      Name: { kind: 'text', max: 100, is: 'name' },
      FullyQualifiedName: { kind: 'own' },
      AcctNum: { kind: 'text', max: 20 },
      Description: { kind: 'text', max: 100 },
      Active: { kind: 'boolean' },
      AccountType: { kind: 'choice', values: Object.keys(accountTypes) },
      AccountSubType: {
        kind: 'choice',
        values: Object.values(accountTypes).flatMap(({ subTypes }) => subTypes),
      },
      AccountAlias: { kind: 'kept' },
      Classification: { kind: 'own' },
      SubAccount: { kind: 'boolean' },
      ParentRef: { kind: 'reference', to: 'parent' },
      CurrencyRef: { kind: 'kept' },
      CurrentBalance: { kind: 'own' },
      CurrentBalanceWithSubAccounts: { kind: 'own' },
      OpeningBalance: { kind: 'own' },
      OpeningBalanceDate: { kind: 'own' },
      TaxCodeRef: { kind: 'kept' },
      TaxAccount: { kind: 'kept' },
      OnlineBankingEnabled: { kind: 'kept' },
      FIName: { kind: 'kept' },
      BankNum: { kind: 'kept' },
      JournalCodeRef: { kind: 'kept' },
      TxnLocationType: { kind: 'kept' },
    },
  },
}
