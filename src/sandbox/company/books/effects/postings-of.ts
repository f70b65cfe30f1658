import type { BooksView } from '../books-view.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { accountOfType } from '../read/account-of-type.ts'
import { centsOf } from '../read/cents-of.ts'
import { groupOf } from '../read/group-of.ts'
import { idOf } from '../read/id-of.ts'
import { linksOf } from '../read/links-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { undepositedFunds } from '../read/undeposited-funds.ts'

/** What a transaction adds to the balance of one account or name, in cents; debits are positive. */
export interface Posting {
  readonly to: 'Account' | 'Customer' | 'Vendor'
  readonly id: string
  readonly cents: number
}

/** What a transaction does to balances. Accounts of income and expenses have none: QuickBooks shows them as 0. */
export function postingsOf(name: EntityName, entity: Entity, books: BooksView): readonly Posting[] {
  const total = centsOf(entity, 'TotalAmt')
  const receivable = (cents: number) => ofAccount(accountOfType('Accounts Receivable', books)?.Id, cents)
  const account = (member: string, cents: number) => ofAccount(idOf(entity, member), cents)
  const owed = (to: 'Customer' | 'Vendor', cents: number): readonly Posting[] => {
    const id = idOf(entity, `${to}Ref`)
    return id === undefined ? [] : [{ to, id, cents }]
  }
  switch (name) {
    case 'Invoice': {
      const deposit = centsOf(entity, 'Deposit')
      return [
        ...receivable(total - deposit),
        ...ofAccount(idOf(entity, 'DepositToAccountRef') ?? undepositedFunds(books)?.Id, deposit),
        ...owed('Customer', centsOf(entity, 'Balance')),
      ]
    }
    case 'CreditMemo':
      return [...receivable(-total), ...owed('Customer', -centsOf(entity, 'RemainingCredit'))]
    case 'Payment':
      return [
        ...account('DepositToAccountRef', total),
        ...receivable(-total),
        ...owed('Customer', -centsOf(entity, 'UnappliedAmt')),
      ]
    case 'SalesReceipt':
      return account('DepositToAccountRef', total)
    case 'RefundReceipt':
      return account('DepositToAccountRef', -total)
    case 'Purchase': {
      const sign = entity['Credit'] === true ? -1 : 1
      return [...account('AccountRef', -sign * total), ...detailPostings(entity, sign)]
    }
    case 'Bill':
      return [
        ...account('APAccountRef', -total),
        ...detailPostings(entity, 1),
        ...owed('Vendor', centsOf(entity, 'Balance')),
      ]
    case 'Deposit':
      return [
        ...account('DepositToAccountRef', total),
        ...listOf(entity, 'Line').flatMap((line) => deposited(line, books)),
      ]
    case 'Customer':
    case 'Vendor':
    case 'Employee':
    case 'Item':
    case 'Account':
    case 'PaymentMethod':
    case 'Term':
    case 'Preferences':
    case 'CompanyInfo':
      return []
  }
}

function ofAccount(id: string | undefined, cents: number): readonly Posting[] {
  return id === undefined ? [] : [{ to: 'Account', id, cents }]
}

function detailPostings(entity: Members, sign: number): readonly Posting[] {
  return listOf(entity, 'Line').flatMap((line) =>
    ofAccount(
      idOf(groupOf(line, 'AccountBasedExpenseLineDetail') ?? {}, 'AccountRef'),
      sign * centsOf(line, 'Amount'),
    ),
  )
}

function deposited(line: Members, books: BooksView): readonly Posting[] {
  const from =
    linksOf(line).length > 0
      ? undepositedFunds(books)?.Id
      : idOf(groupOf(line, 'DepositLineDetail') ?? {}, 'AccountRef')
  return ofAccount(from, -centsOf(line, 'Amount'))
}
