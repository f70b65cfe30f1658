import { homeCurrency } from '../home-currency.ts'
import type { Members } from '../read/members.ts'

/** The preferences of new books that no rule of theirs depends on. */
export const starterPreferences: Members = {
  AccountingInfoPrefs: {
    UseAccountNumbers: false,
    TrackDepartments: false,
    ClassTrackingPerTxn: false,
    ClassTrackingPerTxnLine: false,
    FirstMonthOfFiscalYear: 'January',
    TaxYearMonth: 'January',
  },
  ProductAndServicesPrefs: {
    ForSales: true,
    ForPurchase: true,
    QuantityWithPriceAndRate: true,
    QuantityOnHand: true,
  },
  SalesFormsPrefs: {
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
  CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: { value: homeCurrency.value } },
  ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
}
