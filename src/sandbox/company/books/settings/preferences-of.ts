import type { CompanySettings } from '../books.ts'
import { homeCurrency } from '../home-currency.ts'
import type { Members } from '../read/members.ts'

/** The settings where the API's Preferences tell them; the closing password and how faults are worded are told nowhere. */
export function preferencesOf(settings: CompanySettings): Members {
  const warns = String(settings.warnDuplicateNumbers)
  return {
    AccountingInfoPrefs: {
      UseAccountNumbers: false,
      TrackDepartments: false,
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: false,
      FirstMonthOfFiscalYear: 'January',
      TaxYearMonth: 'January',
      CustomerTerminology: settings.language === 'fr' ? 'Clients' : 'Customers',
      // Absent while the books are open.
      BookCloseDate: settings.bookCloseDate ?? undefined,
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: true,
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: settings.customTxnNumbers,
      AutoApplyCredit: settings.autoApplyCredit,
      AutoApplyPayments: settings.autoApplyCredit,
      AllowDeposit: true,
      AllowDiscount: true,
      AllowEstimates: true,
      AllowShipping: false,
      AllowServiceDate: false,
      DefaultTerms: { value: '3' },
      EmailCopyToCompany: false,
      ETransactionEnabledStatus: 'NotApplicable',
      ETransactionPaymentEnabled: false,
      ETransactionAttachPDF: false,
      IPNSupportEnabled: false,
      UsingPriceLevels: false,
    },
    VendorAndPurchasesPrefs: { TrackingByCustomer: true, BillableExpenseTracking: true },
    TimeTrackingPrefs: {
      UseServices: true,
      BillCustomers: true,
      ShowBillRateToAll: false,
      WorkWeekStartDate: 'Monday',
      MarkTimeEntriesBillable: true,
    },
    TaxPrefs: { UsingSalesTax: settings.taxRateRequired },
    CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: { value: homeCurrency.value } },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    OtherPrefs: {
      NameValue: [
        { Name: 'WarnDuplicateCheckNumber', Value: warns },
        { Name: 'WarnDuplicateBillNumber', Value: warns },
        { Name: 'WarnDuplicateJournalNumber', Value: warns },
      ],
    },
  }
}
