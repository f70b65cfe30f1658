import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import { documentInBooks } from './document-in-books.ts'
import { partnerOf } from './partner-of.ts'
import type { Sent } from './probe.ts'
import { type Unread, unread } from './unread.ts'

/** What has closed an invoice, or a part of it. */
export interface Payments {
  /** The payment that is to be written, or one that holds it. */
  readonly same:
    | {
        readonly id: string
        readonly cents: number
        readonly date: string | null
        /** It is of more than this amount, and pays this one among others. */
        readonly isLarger: boolean
      }
    | undefined
  readonly creditCents: number
}

/** Looks at the payments of an invoice. A credit that is applied shows as a payment of nothing that links both. */
export async function paidBy(
  books: QuickBooks,
  invoice: BooksEntity,
  sent: Sent,
  wantedCents: number,
): Promise<Payments | Unread> {
  const ids = (documentInBooks(invoice).LinkedTxn ?? []).flatMap(({ TxnId, TxnType }) =>
    TxnType === 'Payment' && TxnId !== sent.body['Id'] ? [TxnId] : [],
  )
  const answer = await books.query({
    entity: 'Payment',
    where: [{ field: 'Id', operator: 'IN', value: ids }],
    limit: 1_000,
  })
  if (answer.outcome !== 'read') return unread(answer)
  const payments = answer.value.map((one) => {
    const { TotalAmt = 0, TxnDate = null, Line = [] } = documentInBooks(one)
    const toThis = Line.filter(({ LinkedTxn = [] }) => LinkedTxn.some((link) => isTo(link, invoice)))
    const appliedCents = toThis.reduce((sum, { Amount = 0 }) => sum + Math.round(Amount * 100), 0)
    return { one, cents: Math.round(TotalAmt * 100), date: TxnDate, appliedCents }
  })
  const total = Math.round((documentInBooks(sent.body).TotalAmt ?? 0) * 100)
  const isSame = ({ one, appliedCents, cents }: (typeof payments)[number]) =>
    appliedCents === wantedCents && partnerOf(one) === partnerOf(sent.body) && cents >= total
  const same = payments.find((payment) => isSame(payment) && payment.cents === total) ?? payments.find(isSame)
  return {
    same: same && { id: same.one.Id, cents: same.cents, date: same.date, isLarger: same.cents > total },
    creditCents: payments
      .filter(({ cents }) => cents === 0)
      .reduce((sum, { appliedCents }) => sum + appliedCents, 0),
  }
}

function isTo(
  { TxnId, TxnType }: { readonly TxnId: string; readonly TxnType: string },
  { Id }: BooksEntity,
): boolean {
  return TxnType === 'Invoice' && TxnId === Id
}
