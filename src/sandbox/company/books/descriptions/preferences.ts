import { commonMembers } from './common-members.ts'
import type { Description } from './description.ts'

export const preferences: Description = {
  name: 'Preferences',
  kind: 'company',
  idSpace: 'company',
  required: [],
  fields: {
    class: 'Preferences',
    members: {
      ...commonMembers,
      AccountingInfoPrefs: { kind: 'kept' },
      AdvancedInventoryPrefs: { kind: 'kept' },
      CurrencyPrefs: { kind: 'kept' },
      EmailMessagesPrefs: { kind: 'kept' },
      OtherPrefs: { kind: 'kept' },
      ProductAndServicesPrefs: { kind: 'kept' },
      ReportPrefs: { kind: 'kept' },
      SalesFormsPrefs: { kind: 'kept' },
      TaxPrefs: { kind: 'kept' },
      TimeTrackingPrefs: { kind: 'kept' },
      VendorAndPurchasesPrefs: { kind: 'kept' },
    },
  },
}
