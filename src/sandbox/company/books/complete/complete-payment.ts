import type { BooksView } from '../books-view.ts'
import { applicationsOf } from '../read/applications-of.ts'
import { centsOf } from '../read/cents-of.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'
import { undepositedFunds } from '../read/undeposited-funds.ts'
import { numberLines } from './number-lines.ts'

/** What QuickBooks adds to a payment: above all, what is left of it. */
export function completePayment(members: Members, before: Members | undefined, books: BooksView): Members {
  const funds = undepositedFunds(books)
  const left = applicationsOf(members).reduce(
    (sum, { type, cents }) => sum + (type === 'CreditMemo' ? cents : -cents),
    centsOf(members, 'TotalAmt'),
  )
  return {
    ProcessPayment: false,
    LinkedTxn: [],
    ...members,
    TxnDate: textOf(members, 'TxnDate') ?? books.today,
    ...(funds && { DepositToAccountRef: members['DepositToAccountRef'] ?? { value: funds.Id } }),
    Line: numberLines(members, before),
    UnappliedAmt: left / 100,
  }
}
