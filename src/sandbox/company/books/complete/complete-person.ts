import type { BooksView } from '../books-view.ts'
import { homeCurrency } from '../home-currency.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'
import { displayNameOf } from './display-name-of.ts'
import { qualify } from './qualify.ts'

/** What QuickBooks adds to a customer, a vendor or an employee. */
export function completePerson(
  name: 'Customer' | 'Vendor' | 'Employee',
  members: Members,
  books: Pick<BooksView, 'get'>,
): Members {
  const displayName = displayNameOf(members)
  const common = {
    Active: true,
    PrintOnCheckName: textOf(members, 'CompanyName') ?? displayName,
    ...members,
    DisplayName: displayName,
  }
  switch (name) {
    case 'Customer': {
      const { fullName, level } = qualify(name, members, displayName, books)
      return {
        Taxable: true,
        BillWithParent: false,
        IsProject: false,
        PreferredDeliveryMethod: 'Print',
        ClientEntityId: '0',
        Balance: 0,
        BalanceWithJobs: 0,
        ...common,
        Job: level > 0,
        ...(level > 0 && { Level: level }),
        FullyQualifiedName: fullName,
        CurrencyRef: homeCurrency,
      }
    }
    case 'Vendor':
      return { Vendor1099: false, Balance: 0, ...common, CurrencyRef: homeCurrency }
    case 'Employee':
      return { BillableTime: false, ...common }
  }
}
