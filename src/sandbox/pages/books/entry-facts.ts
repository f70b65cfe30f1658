import type { MessageKey } from '../../../messages/translate.ts'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import type { BooksList } from './books-list.ts'
import type { Members } from './members.ts'

export interface EntryFact {
  readonly label: MessageKey
  readonly value: string
}

/** What a page tells of an entry, besides its name or number. */
export function entryFacts(
  members: Members,
  { entity, kind }: BooksList,
  { say, money }: Pick<SandboxContext, 'say' | 'money'>,
): readonly EntryFact[] {
  const fact = (label: MessageKey, value: string | null | undefined): readonly EntryFact[] =>
    value === null || value === undefined ? [] : [{ label, value }]
  const amount = (label: MessageKey, value: number | null) =>
    fact(label, value === null ? null : money(value))
  const method = entity === 'PaymentMethod' && members.Type
  return [
    ...(kind === 'names'
      ? fact(
          'sandbox.books.fact.active',
          say(members.Active ? 'sandbox.books.active' : 'sandbox.books.inactive'),
        )
      : []),
    ...(method
      ? fact('sandbox.books.fact.card', say(method === 'CREDIT_CARD' ? 'sandbox.yes' : 'sandbox.no'))
      : []),
    ...fact('sandbox.books.fact.accountType', members.AccountType),
    ...fact('sandbox.books.fact.incomeAccount', members.IncomeAccountRef?.name),
    ...amount('sandbox.books.fact.price', members.UnitPrice),
    ...fact('sandbox.books.fact.date', members.TxnDate),
    ...fact('sandbox.books.fact.customer', members.CustomerRef?.name),
    ...fact('sandbox.books.fact.paidFrom', members.AccountRef?.name),
    ...amount('sandbox.books.fact.total', members.TotalAmt),
    ...amount('sandbox.books.fact.balance', members.Balance ?? members.CurrentBalance),
    ...fact('sandbox.books.fact.note', members.PrivateNote),
  ]
}
