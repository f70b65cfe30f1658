import type { CompanySettings } from '../books.ts'

/** A new company takes numbers of its own and refuses duplicates, so that what goes wrong for most goes wrong here. */
export const defaultSettings: CompanySettings = {
  companyName: "Craig's Design and Landscaping Services",
  language: 'en',
  customTxnNumbers: true,
  warnDuplicateNumbers: true,
  autoApplyCredit: false,
  bookCloseDate: null,
  bookClosePassword: false,
  subscription: 'active',
  inactiveCustomerFault: '6250',
  taxRateRequired: false,
}
