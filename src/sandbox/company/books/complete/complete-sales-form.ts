import type { BooksView } from '../books-view.ts'
import { groupOf } from '../read/group-of.ts'
import { idOf } from '../read/id-of.ts'
import type { SalesForm } from '../read/is-sales-form.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'
import { undepositedFunds } from '../read/undeposited-funds.ts'
import { dueDateOf } from './due-date-of.ts'
import { nextNumber } from './next-number.ts'
import { numberLines } from './number-lines.ts'
import { subtotalOf } from './subtotal-of.ts'
import { totalOf } from './total-of.ts'

/** The item of a line that names none. */
const DEFAULT_ITEM = '1'

/** What QuickBooks adds to an invoice, a sales receipt, a credit memo or a refund receipt. */
export function completeSalesForm(
  name: SalesForm,
  members: Members,
  before: Members | undefined,
  books: BooksView,
): Members {
  const customerId = idOf(members, 'CustomerRef')
  const customer = customerId === undefined ? undefined : books.get('Customer', customerId)
  const day = textOf(members, 'TxnDate') ?? books.today
  const total = totalOf(name, members) / 100
  const number =
    textOf(members, 'DocNumber') ?? (books.settings.customTxnNumbers ? undefined : nextNumber(name, books))
  const terms = groupOf(members, 'SalesTermRef') ?? groupOf(customer ?? {}, 'SalesTermRef')
  const funds = undepositedFunds(books)
  const billTo = groupOf(members, 'BillAddr') ?? groupOf(customer ?? {}, 'BillAddr')
  return {
    PrintStatus: 'NeedToPrint',
    EmailStatus: 'NotSet',
    ApplyTaxAfterDiscount: false,
    CustomField: [],
    ...members,
    ...(billTo && { BillAddr: billTo }),
    TxnDate: day,
    ...(number !== undefined && { DocNumber: number }),
    Line: [
      ...numberLines(members, before).map(withItem),
      { Amount: subtotalOf(members) / 100, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
    ],
    TxnTaxDetail: { TotalTax: 0, ...groupOf(members, 'TxnTaxDetail') },
    TotalAmt: total,
    LinkedTxn: before?.['LinkedTxn'] ?? [],
    ...(name === 'Invoice' && {
      Deposit: members['Deposit'] ?? 0,
      AllowIPNPayment: members['AllowIPNPayment'] ?? false,
      AllowOnlinePayment: members['AllowOnlinePayment'] ?? false,
      AllowOnlineCreditCardPayment: members['AllowOnlineCreditCardPayment'] ?? false,
      AllowOnlineACHPayment: members['AllowOnlineACHPayment'] ?? false,
      ...(terms && { SalesTermRef: terms }),
      DueDate: textOf(members, 'DueDate') ?? dueDateOf({ SalesTermRef: terms }, day, books),
    }),
    ...(name === 'CreditMemo' && { RemainingCredit: total }),
    ...(name === 'SalesReceipt' &&
      funds && { DepositToAccountRef: members['DepositToAccountRef'] ?? { value: funds.Id } }),
    Balance: name === 'Invoice' || name === 'CreditMemo' ? total : 0,
  }
}

function withItem(line: Members): Members {
  const detail = groupOf(line, 'SalesItemLineDetail')
  if (detail === undefined) {
    return line['DetailType'] === 'SalesItemLineDetail'
      ? { ...line, SalesItemLineDetail: { ItemRef: { value: DEFAULT_ITEM }, TaxCodeRef: { value: 'NON' } } }
      : line
  }
  return {
    ...line,
    SalesItemLineDetail: { ItemRef: { value: DEFAULT_ITEM }, TaxCodeRef: { value: 'NON' }, ...detail },
  }
}
