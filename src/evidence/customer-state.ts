import { z } from 'zod'
import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'
import { activeOrNot } from './active-or-not.ts'
import { amountText } from './amount-text.ts'
import { askEach } from './ask-each.ts'
import { cleanName } from './clean-name.ts'
import { documentInBooks } from './document-in-books.ts'
import { type EntryInBooks, entryInBooks } from './entry-in-books.ts'
import type { Probe, ProbeContext } from './probe.ts'
import { unread } from './unread.ts'

const references = z.object({ value: z.string() })
/** What QuickBooks writes on what it makes to bring the balance of an inactive customer to nothing. */
const BALANCING = /\badjust balance for deletion\b/iu

/** Can the record's customer be used? A merged one looks inactive. */
export const customerState: Probe = async (context) => {
  const { books, now } = context
  const found = await findCustomer(context)
  if (found === undefined) return undefined
  if (found.outcome !== 'read') return unread(found)
  const fact = { kind: 'customer-state', source: 'quickbooks', readAt: now().toISOString() } as const
  const noMemo = { hasCreditMemo: false, creditMemoTotal: null, creditMemoDate: null, currency: null }
  if (found.value === undefined) {
    const values = { isFound: false, isInactive: false, name: null, cleanName: null, ...noMemo }
    return { ...fact, values, cause: 'stands', recommends: null }
  }
  const customer = entryInBooks(found.value)
  const memos = await books.query({
    entity: 'CreditMemo',
    where: [{ field: 'CustomerRef', operator: '=', value: customer.id }],
    orderBy: { field: 'TxnDate', descending: true },
    limit: 20,
  })
  if (memos.outcome !== 'read') return unread(memos)
  const memo = memos.value.map(documentInBooks).find((one) => balances(one, customer))
  const currency = memo?.CurrencyRef?.value ?? null
  const { name, isActive } = customer
  const values = {
    isFound: true,
    isInactive: !isActive,
    name,
    cleanName: cleanName(name),
    ...(memo === undefined
      ? noMemo
      : {
          hasCreditMemo: true,
          creditMemoTotal: amountText(memo.TotalAmt ?? 0, currency),
          creditMemoDate: memo.TxnDate ?? null,
          currency,
        }),
  }
  return { ...fact, values, cause: isActive ? 'gone' : 'stands', recommends: isActive ? 'resync' : null }
}

/** By the id that would be sent; a client that is not linked, by its name. Undefined: nobody is named. */
async function findCustomer({
  issue,
  books,
  sent,
}: ProbeContext): Promise<ReadOutcome<BooksEntity | undefined> | undefined> {
  const { record, quickbooksId } = issue
  const isClient = record.type === 'client'
  const named = references.safeParse(sent?.body['CustomerRef']).data?.value
  const id = named ?? (isClient ? (idIn(sent?.body) ?? quickbooksId) : null)
  if (id !== null) return books.get('Customer', id)
  const name = isClient ? record.label : record.client?.name
  return name === undefined ? undefined : findNamed(books, name)
}

function idIn(body: Readonly<Record<string, unknown>> | undefined): string | null {
  const id = body?.['Id']
  return typeof id === 'string' ? id : null
}

/** The active one first, as it is what the record needs. */
async function findNamed(books: QuickBooks, name: string): Promise<ReadOutcome<BooksEntity | undefined>> {
  const answers = await askEach(books, [
    { entity: 'Customer', where: [{ field: 'DisplayName', operator: '=', value: name }, activeOrNot] },
    {
      entity: 'Customer',
      where: [{ field: 'DisplayName', operator: 'LIKE', value: `${name} (deleted%` }, activeOrNot],
    },
  ])
  if (answers.outcome !== 'read') return answers
  const found = answers.value.flat()
  return { outcome: 'read', value: found.find(({ Active }) => Active !== false) ?? found[0] }
}

function balances(
  { PrivateNote = '', TxnDate }: ReturnType<typeof documentInBooks>,
  { isActive, MetaData }: EntryInBooks,
): boolean {
  if (BALANCING.test(PrivateNote)) return true
  const changed = MetaData?.LastUpdatedTime?.slice(0, 10)
  return !isActive && TxnDate !== undefined && TxnDate === changed
}
