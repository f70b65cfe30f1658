import type { EntityName } from './entity-name.ts'

/**
 * Where people find a document in QuickBooks. The pages of invoices and credit memos are as vendors' help names them
 * (https://help.clio.com, article 115003454593); the others follow the same form and were not tried.
 */
const pages: Readonly<Partial<Record<EntityName, string>>> = {
  Invoice: 'invoice?txnId=',
  CreditMemo: 'creditmemo?txnId=',
  SalesReceipt: 'salesreceipt?txnId=',
  RefundReceipt: 'refundreceipt?txnId=',
  Payment: 'recvpayment?txnId=',
  Purchase: 'expense?txnId=',
  Bill: 'bill?txnId=',
  Customer: 'customerdetail?nameId=',
}

const origins = {
  sandbox: 'https://app.sandbox.qbo.intuit.com',
  production: 'https://app.qbo.intuit.com',
} as const

/** The address of an entity's page in QuickBooks; undefined: it has none that we know. It opens in the reader's company. */
export function addressInQuickBooks(
  environment: keyof typeof origins,
  entity: EntityName,
  id: string,
): string | undefined {
  const page = pages[entity]
  return page && `${origins[environment]}/app/${page}${encodeURIComponent(id)}`
}
