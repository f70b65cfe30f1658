import { formatDecimal } from '../domain/format-decimal.ts'
import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { EntityName } from '../quickbooks/entity-name.ts'
import { amountText } from './amount-text.ts'
import { askEach } from './ask-each.ts'
import { documentInBooks } from './document-in-books.ts'
import { isAlike } from './is-alike.ts'
import { isOfTry } from './is-of-try.ts'
import type { Probe, ProbeContext, Sent } from './probe.ts'
import { unread } from './unread.ts'

/** Kinds of documents that share their numbers. */
const SALES = ['Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt'] as const

interface Holder {
  readonly entity: EntityName
  readonly found: BooksEntity
}

/** Which document has the number that the record wants, and is it this very record? */
export const numberHolder: Probe = async (context) => {
  const { issue, books, sent, now } = context
  const wanted = sent?.body['DocNumber']
  const number = typeof wanted === 'string' && wanted !== '' ? wanted : issue.diagnosis.captures['docNumber']
  if (number === undefined) return undefined
  const kinds: readonly EntityName[] =
    sent?.entity === 'Purchase' || sent?.entity === 'Bill' ? [sent.entity] : SALES
  const answers = await askEach(
    books,
    kinds.map((entity) => ({ entity, where: [{ field: 'DocNumber', operator: '=', value: number }] })),
  )
  if (answers.outcome !== 'read') return unread(answers)
  const holders = kinds
    .flatMap((entity, i) => (answers.value[i] ?? []).map((found) => ({ entity, found })))
    .filter((holder) => !isItself(holder, sent))
  const same = holders.find((holder) => isSameRecord(holder, context))
  const holder =
    same ?? holders.find(({ found }) => found.Id === issue.diagnosis.captures['txnId']) ?? holders[0]
  const fact = { kind: 'number-holder', source: 'quickbooks', readAt: now().toISOString() } as const
  const values = { number, isTwice: holders.length > 1, ...valuesOf(holder, same !== undefined, context) }
  if (holder === undefined) return { ...fact, values, cause: 'gone', recommends: 'resync' }
  return { ...fact, values, cause: 'stands', recommends: same === undefined ? null : 'link' }
}

/** A change of a document does not clash with the document itself. */
function isItself({ entity, found }: Holder, sent: Sent | undefined): boolean {
  return sent?.operation === 'update' && entity === sent.entity && found.Id === sent.body['Id']
}

/** Without what would be sent, what the host said of the record must do. */
function isSameRecord({ entity, found }: Holder, { issue, sent }: ProbeContext): boolean {
  if (sent !== undefined && 'DocNumber' in sent.body)
    return entity === sent.entity && isAlike(found, sent.body)
  const { type, client, money } = issue.record
  const { CustomerRef, TotalAmt } = documentInBooks(found)
  return (
    type === 'invoice' &&
    entity === 'Invoice' &&
    client !== null &&
    money !== null &&
    CustomerRef?.name === client.name &&
    TotalAmt !== undefined &&
    amountText(TotalAmt, money.currency) === formatDecimal(money)
  )
}

function valuesOf(holder: Holder | undefined, isSame: boolean, { issue, sent }: ProbeContext) {
  if (holder === undefined) {
    return {
      isTaken: false,
      document: null,
      customerName: null,
      total: null,
      currency: null,
      date: null,
      createdAt: null,
      quickbooksId: null,
      isSameRecord: false,
      isOurs: false,
      isOtherKind: false,
    }
  }
  const { entity, found } = holder
  const {
    CustomerRef,
    EntityRef,
    CurrencyRef,
    TotalAmt = 0,
    TxnDate,
    MetaData,
    PrivateNote,
  } = documentInBooks(found)
  const currency = CurrencyRef?.value ?? issue.record.money?.currency ?? null
  const note = sent?.body['PrivateNote']
  return {
    isTaken: true,
    document: entity,
    customerName: CustomerRef?.name ?? EntityRef?.name ?? null,
    total: amountText(TotalAmt, currency),
    currency,
    date: TxnDate ?? null,
    createdAt: momentOf(MetaData?.CreateTime),
    quickbooksId: found.Id,
    isSameRecord: isSame,
    isOurs: isSame && (isOfTry(MetaData?.CreateTime, issue) || (note !== undefined && note === PrivateNote)),
    isOtherKind: sent !== undefined && 'DocNumber' in sent.body && entity !== sent.entity,
  }
}

/** QuickBooks writes moments in the company's own time zone. */
function momentOf(text: string | undefined): string | null {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
