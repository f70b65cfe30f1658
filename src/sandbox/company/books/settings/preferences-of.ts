import type { CompanySettings } from '../books.ts'
import type { Members } from '../read/members.ts'

/** The settings where the API's Preferences tell them; the closing password and how faults are worded are told nowhere. */
export function preferencesOf(settings: CompanySettings): Members {
  const warns = String(settings.warnDuplicateNumbers)
  return {
    AccountingInfoPrefs: {
      CustomerTerminology: settings.language === 'fr' ? 'Clients' : 'Customers',
      // Absent while the books are open.
      BookCloseDate: settings.bookCloseDate ?? undefined,
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: settings.customTxnNumbers,
      AutoApplyCredit: settings.autoApplyCredit,
      AutoApplyPayments: settings.autoApplyCredit,
    },
    TaxPrefs: { UsingSalesTax: settings.taxRateRequired },
    OtherPrefs: {
      NameValue: [
        { Name: 'WarnDuplicateCheckNumber', Value: warns },
        { Name: 'WarnDuplicateBillNumber', Value: warns },
        { Name: 'WarnDuplicateJournalNumber', Value: warns },
      ],
    },
  }
}
