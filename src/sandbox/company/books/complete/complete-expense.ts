import type { BooksView } from '../books-view.ts'
import { accountOfType } from '../read/account-of-type.ts'
import { idOf } from '../read/id-of.ts'
import type { Members } from '../read/members.ts'
import { groupOf } from '../read/group-of.ts'
import { textOf } from '../read/text-of.ts'
import { dueDateOf } from './due-date-of.ts'
import { numberLines } from './number-lines.ts'
import { totalOf } from './total-of.ts'

/** What QuickBooks adds to a purchase, a bill or a deposit. */
export function completeExpense(
  name: 'Purchase' | 'Bill' | 'Deposit',
  members: Members,
  before: Members | undefined,
  books: BooksView,
): Members {
  const day = textOf(members, 'TxnDate') ?? books.today
  const total = totalOf(name, members) / 100
  const common = { ...members, TxnDate: day, Line: numberLines(members, before), TotalAmt: total }
  switch (name) {
    case 'Deposit':
      return common
    case 'Purchase':
      return { Credit: false, PrintStatus: 'NotSet', CustomField: [], LinkedTxn: [], ...common }
    case 'Bill': {
      const payable = accountOfType('Accounts Payable', books)
      const vendor = books.get('Vendor', idOf(members, 'VendorRef') ?? '')
      const terms = groupOf(members, 'SalesTermRef') ?? groupOf(vendor ?? {}, 'TermRef')
      return {
        LinkedTxn: [],
        ...common,
        ...(payable && { APAccountRef: members['APAccountRef'] ?? { value: payable.Id } }),
        ...(terms && { SalesTermRef: terms }),
        DueDate: textOf(members, 'DueDate') ?? dueDateOf({ SalesTermRef: terms }, day, books),
        Balance: total,
      }
    }
  }
}
