import type { Description } from './description.ts'
import { personMembers } from './person-members.ts'

export const vendor: Description = {
  name: 'Vendor',
  kind: 'list',
  idSpace: 'names',
  nameMember: 'DisplayName',
  required: [],
  fields: {
    class: 'Vendor',
    members: {
      ...personMembers,
      Balance: { kind: 'own' },
      OpenBalanceDate: { kind: 'own' },
      CreditLimit: { kind: 'number' },
      Vendor1099: { kind: 'boolean' },
      T4AEligible: { kind: 'boolean' },
      T5018Eligible: { kind: 'boolean' },
      TermRef: { kind: 'reference', to: 'Term' },
      APAccountRef: { kind: 'reference', to: 'Account', slot: 'payable' },
      CurrencyRef: { kind: 'kept' },
      TaxIdentifier: { kind: 'kept' },
      TaxReportingBasis: { kind: 'kept' },
      BusinessNumber: { kind: 'kept' },
      BillRate: { kind: 'number' },
      CostRate: { kind: 'number' },
      VendorPaymentBankDetail: { kind: 'kept' },
      HasTPAR: { kind: 'kept' },
      GSTIN: { kind: 'kept' },
      GSTRegistrationType: { kind: 'kept' },
      ContactName: { kind: 'kept' },
      AltContactName: { kind: 'kept' },
      Source: { kind: 'kept' },
    },
  },
}
