import type { EntityName } from '../entity-name.ts'
import { account } from './account.ts'
import { bill } from './bill.ts'
import { companyInfo } from './company-info.ts'
import { creditMemo } from './credit-memo.ts'
import { customer } from './customer.ts'
import { deposit } from './deposit.ts'
import type { Description } from './description.ts'
import { employee } from './employee.ts'
import { invoice } from './invoice.ts'
import { item } from './item.ts'
import { paymentMethod } from './payment-method.ts'
import { payment } from './payment.ts'
import { preferences } from './preferences.ts'
import { purchase } from './purchase.ts'
import { refundReceipt } from './refund-receipt.ts'
import { salesReceipt } from './sales-receipt.ts'
import { term } from './term.ts'
import { vendor } from './vendor.ts'

/** All that the books hold. */
export const descriptions: Readonly<Record<EntityName, Description>> = {
  Customer: customer,
  Vendor: vendor,
  Employee: employee,
  Item: item,
  Account: account,
  PaymentMethod: paymentMethod,
  Term: term,
  Invoice: invoice,
  SalesReceipt: salesReceipt,
  Payment: payment,
  CreditMemo: creditMemo,
  RefundReceipt: refundReceipt,
  Purchase: purchase,
  Bill: bill,
  Deposit: deposit,
  Preferences: preferences,
  CompanyInfo: companyInfo,
}
