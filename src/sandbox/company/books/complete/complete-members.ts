import type { BooksView } from '../books-view.ts'
import { homeCurrency } from '../home-currency.ts'
import type { Proposal } from '../proposal.ts'
import type { Members } from '../read/members.ts'
import { completeAccount } from './complete-account.ts'
import { completeExpense } from './complete-expense.ts'
import { completeItem } from './complete-item.ts'
import { completePayment } from './complete-payment.ts'
import { completePerson } from './complete-person.ts'
import { completeSalesForm } from './complete-sales-form.ts'
import { freeName } from './free-name.ts'
import { nameReferences } from './name-references.ts'

/** All members of what is about to be saved: those sent, and those that QuickBooks adds or works out. */
export function completeMembers(proposal: Proposal, books: BooksView): Members {
  const { description } = proposal
  const members = complete(proposal, freeName(proposal, books), books)
  const currency = description.kind === 'transaction' ? { CurrencyRef: homeCurrency } : {}
  return nameReferences(description, { ...members, ...currency }, books)
}

function complete({ description, before }: Proposal, members: Members, books: BooksView): Members {
  const { name } = description
  switch (name) {
    case 'Customer':
    case 'Vendor':
    case 'Employee':
      return completePerson(name, members, books)
    case 'Item':
      return completeItem(members, books)
    case 'Account':
      return completeAccount(members, books)
    case 'PaymentMethod':
      return { Active: true, Type: 'NON_CREDIT_CARD', ...members }
    case 'Term':
      return {
        Active: true,
        DiscountPercent: 0,
        ...members,
        Type: members['DayOfMonthDue'] === undefined ? 'STANDARD' : 'DATE_DRIVEN',
      }
    case 'Invoice':
    case 'SalesReceipt':
    case 'CreditMemo':
    case 'RefundReceipt':
      return completeSalesForm(name, members, before, books)
    case 'Payment':
      return completePayment(members, before, books)
    case 'Purchase':
    case 'Bill':
    case 'Deposit':
      return completeExpense(name, members, before, books)
    case 'Preferences':
    case 'CompanyInfo':
      return members
  }
}
