import { accountTypes } from '../account-types.ts'
import type { BooksView } from '../books-view.ts'
import { homeCurrency } from '../home-currency.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'
import { qualify } from './qualify.ts'

/** What QuickBooks adds to an account: its type follows from its sub-type, which may also stand alone. */
export function completeAccount(members: Members, books: Pick<BooksView, 'get'>): Members {
  const { fullName, level } = qualify('Account', members, textOf(members, 'Name') ?? '', books)
  const given = textOf(members, 'AccountSubType')
  const types = Object.entries(accountTypes)
  const ofSubType = types.find(([, { subTypes }]) => subTypes.some((subType) => subType === given))
  const [type, known] = ofSubType ?? types.find(([name]) => name === members['AccountType']) ?? types[0] ?? []
  return {
    Active: true,
    CurrentBalance: 0,
    CurrentBalanceWithSubAccounts: 0,
    ...members,
    AccountType: type,
    AccountSubType: given ?? known?.subTypes[0],
    Classification: known?.classification,
    FullyQualifiedName: fullName,
    SubAccount: level > 0,
    CurrencyRef: homeCurrency,
  }
}
