import type { Evidence, EvidenceValues } from '../domain/evidence.ts'
import type { BooksEntity } from '../quickbooks/books-entity.ts'
import { amountText } from './amount-text.ts'
import { appliesCredits } from './applies-credits.ts'
import { documentInBooks } from './document-in-books.ts'
import { lineTotal } from './line-total.ts'
import { paidBy, type Payments } from './paid-by.ts'
import type { Probe, ProbeContext, Sent } from './probe.ts'
import { type Unread, unread } from './unread.ts'

type Values = EvidenceValues<'invoice-balance'>

/** Does what is paid fit what is open on the invoice, and if not, what has closed it? */
export const invoiceBalance: Probe = async (context) => {
  const { sent } = context
  if (sent?.entity === 'Payment') return ofPayment(context, sent)
  if (sent?.entity === 'Invoice' && sent.operation === 'update') return ofInvoice(context, sent)
  return undefined
}

const nothing = {
  number: null,
  isFitting: false,
  isMissing: false,
  balance: null,
  isCreditApplied: false,
  credit: null,
  appliesCredits: false,
  isPaid: false,
  payment: null,
  paymentDate: null,
  isPartOfPayment: false,
  quickbooksId: null,
  isOverApplied: false,
  applied: null,
  isUneven: false,
} as const

async function ofPayment(
  { issue, books, now }: ProbeContext,
  sent: Sent,
): Promise<Evidence | Unread | undefined> {
  const wanted = applicationsOf(sent.body)
  if (wanted.size === 0) return undefined
  const answer = await books.query({
    entity: 'Invoice',
    where: [{ field: 'Id', operator: 'IN', value: [...wanted.keys()] }],
    limit: 1_000,
  })
  if (answer.outcome !== 'read') return unread(answer)
  const invoices = new Map(answer.value.map((one) => [one.Id, one]))
  const isShort = ([id, cents]: readonly [string, number]) => cents > openCents(invoices.get(id))
  const [id, cents] = [...wanted].find(isShort) ?? [...wanted][0] ?? ['', 0]
  const invoice = invoices.get(id)
  const { DocNumber = null, CurrencyRef, Balance } = documentInBooks(invoice ?? {})
  const currency = CurrencyRef?.value ?? issue.record.money?.currency ?? null
  const text = (amount: number) => amountText(amount / 100, currency)
  const isUneven = isMoreThanTotal(sent.body)
  const isFitting = !isUneven && !isShort([id, cents])
  const payments =
    isFitting || invoice === undefined ? NO_PAYMENTS : await paidBy(books, invoice, sent, cents)
  if ('unread' in payments) return payments
  const settings = payments.creditCents === 0 ? false : await appliesCredits(books)
  if (typeof settings !== 'boolean') return settings
  const { same, creditCents } = payments
  const values: Values = {
    ...nothing,
    number: DocNumber,
    amount: text(cents),
    currency,
    isFitting,
    isMissing: invoice === undefined,
    balance: Balance === undefined ? null : amountText(Balance, currency),
    isCreditApplied: creditCents > 0,
    credit: creditCents > 0 ? text(creditCents) : null,
    appliesCredits: settings,
    ...(same !== undefined && {
      isPaid: true,
      payment: text(same.cents),
      paymentDate: same.date,
      isPartOfPayment: same.isLarger,
      quickbooksId: same.id,
    }),
    isUneven,
  }
  return told(values, now)
}

async function ofInvoice(
  { issue, books, now }: ProbeContext,
  sent: Sent,
): Promise<Evidence | Unread | undefined> {
  const total = lineTotal(sent.body)
  const id = sent.body['Id']
  if (total === undefined || typeof id !== 'string') return undefined
  const read = await books.get('Invoice', id)
  if (read.outcome !== 'read') return unread(read)
  const { DocNumber = null, CurrencyRef, TotalAmt = 0, Balance = 0 } = documentInBooks(read.value ?? {})
  const currency = CurrencyRef?.value ?? issue.record.money?.currency ?? null
  const applied = Math.round((TotalAmt - Balance) * 100)
  const isMissing = read.value === undefined
  const isOverApplied = applied > total
  const values: Values = {
    ...nothing,
    number: DocNumber,
    amount: amountText(total / 100, currency),
    currency,
    isFitting: !isMissing && !isOverApplied,
    isMissing,
    balance: isMissing ? null : amountText(Balance, currency),
    isOverApplied,
    applied: isOverApplied ? amountText(applied / 100, currency) : null,
  }
  return told(values, now)
}

const NO_PAYMENTS: Payments = { same: undefined, creditCents: 0 }

function told(values: Values, now: () => Date): Evidence {
  const { isFitting, isPaid, isPartOfPayment } = values
  return {
    kind: 'invoice-balance',
    values,
    source: 'quickbooks',
    readAt: now().toISOString(),
    cause: isFitting ? 'gone' : 'stands',
    // A part of a larger payment cannot be linked to it: that one is another record's, or nobody's.
    recommends: isFitting ? 'resync' : isPaid ? (isPartOfPayment ? 'skip' : 'link') : null,
  }
}

/** How much of what a payment brings goes to which invoice, in hundredths. */
function applicationsOf(body: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>()
  for (const { Amount = 0, LinkedTxn = [] } of documentInBooks(body).Line ?? []) {
    for (const { TxnId, TxnType } of LinkedTxn) {
      if (TxnType === 'Invoice') wanted.set(TxnId, (wanted.get(TxnId) ?? 0) + Math.round(Amount * 100))
    }
  }
  return wanted
}

function isMoreThanTotal(body: Readonly<Record<string, unknown>>): boolean {
  const { TotalAmt = 0, Line = [] } = documentInBooks(body)
  const sumOf = (type: string) =>
    Line.filter(({ LinkedTxn = [] }) => LinkedTxn.some(({ TxnType }) => TxnType === type)).reduce(
      (sum, { Amount = 0 }) => sum + Math.round(Amount * 100),
      0,
    )
  return sumOf('Invoice') > Math.round(TotalAmt * 100) + sumOf('CreditMemo')
}

function openCents(invoice: BooksEntity | undefined): number {
  return invoice === undefined ? -1 : Math.round((documentInBooks(invoice).Balance ?? 0) * 100)
}
