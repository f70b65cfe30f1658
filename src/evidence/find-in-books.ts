import { z } from 'zod'
import type { Payload } from '../domain/payload.ts'
import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { EntityName } from '../quickbooks/entity-name.ts'
import type { Condition, QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'
import { activeOrNot } from './active-or-not.ts'
import { isAlike } from './is-alike.ts'
import { nameMembers } from './name-members.ts'
import { partnerOf } from './partner-of.ts'

type Failed = Exclude<ReadOutcome<never>, { readonly outcome: 'read' }>

/**
 * What of a payload is in the books already. `ours`: it is this very record. `other`: another record stands where this
 * one wants to. `perhaps`: it looks the same, and only a person can tell.
 */
export type InBooks =
  | { readonly outcome: 'read'; readonly found: 'none' }
  | { readonly outcome: 'read'; readonly found: 'ours' | 'other' | 'perhaps'; readonly entity: BooksEntity }
  | Failed

/** Looks whether the books hold what a payload would create: by its name or number, else by client, date and amount. */
export async function findInBooks(
  books: QuickBooks,
  { entity, body }: Pick<Payload, 'body'> & { readonly entity: EntityName },
): Promise<InBooks> {
  const nameMember = nameMembers[entity]
  if (nameMember !== undefined) {
    const name = text(body[nameMember])
    if (name === undefined) return NONE
    const named = await books.query({ entity, where: [equal(nameMember, name), activeOrNot] })
    if (named.outcome !== 'read') return named
    const exact = named.value.find((one) => one[nameMember] === name)
    return exact === undefined ? NONE : { outcome: 'read', found: 'ours', entity: exact }
  }
  const number = text(body['DocNumber'])
  if (number !== undefined) {
    const numbered = await books.query({ entity, where: [equal('DocNumber', number)] })
    if (numbered.outcome !== 'read') return numbered
    const [first] = numbered.value
    if (first === undefined) return NONE
    const same = numbered.value.find((one) => isAlike(one, body))
    return { outcome: 'read', found: same === undefined ? 'other' : 'ours', entity: same ?? first }
  }
  const date = text(body['TxnDate'])
  const partner = partnerOf(body)
  if (date === undefined || partner === undefined) return NONE
  // A purchase cannot be asked for by whom it is about.
  const customer = 'CustomerRef' in body ? [equal('CustomerRef', partner)] : []
  const onThatDay = await books.query({ entity, where: [equal('TxnDate', date), ...customer], limit: 1_000 })
  if (onThatDay.outcome !== 'read') return onThatDay
  const alike = onThatDay.value.filter((one) => isAlike(one, body))
  const [first] = alike
  if (first === undefined) return NONE
  const marks = marksOf(body)
  if (marks === '') return { outcome: 'read', found: 'perhaps', entity: first }
  const same = alike.find((one) => marksOf(one) === marks)
  return same === undefined ? NONE : { outcome: 'read', found: 'ours', entity: same }
}

const NONE = { outcome: 'read', found: 'none' } as const

function equal(
  field: 'DisplayName' | 'Name' | 'DocNumber' | 'TxnDate' | 'CustomerRef',
  value: string,
): Condition {
  return { field, operator: '=', value }
}

const linked = z.object({
  PaymentRefNum: z.string().optional(),
  PrivateNote: z.string().optional(),
  Line: z
    .array(
      z
        .object({ LinkedTxn: z.array(z.object({ TxnId: z.string(), TxnType: z.string() })).optional() })
        .loose(),
    )
    .optional(),
})

/** What tells two documents of the same client, day and amount apart; empty: nothing does. */
function marksOf(body: Readonly<Record<string, unknown>>): string {
  const { PaymentRefNum = '', PrivateNote = '', Line = [] } = linked.safeParse(body).data ?? {}
  const links = Line.flatMap(({ LinkedTxn = [] }) =>
    LinkedTxn.map(({ TxnType, TxnId }) => `${TxnType}/${TxnId}`),
  )
  return [PaymentRefNum, PrivateNote, ...links.toSorted()].filter((mark) => mark !== '').join('\n')
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
