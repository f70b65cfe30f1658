import type { OutcomeReason } from '../../domain/outcome-reason.ts'
import type { Payload } from '../../domain/payload.ts'
import { checkReferences } from '../../evidence/check-references.ts'
import { closedUntil } from '../../evidence/closed-until.ts'
import { findInBooks } from '../../evidence/find-in-books.ts'
import type { BooksEntity } from '../../quickbooks/books-entity.ts'
import type { EntityName } from '../../quickbooks/entity-name.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../../quickbooks/read-outcome.ts'
import type { Work } from '../work.ts'
import { type Lack, lackOf } from './lack-of.ts'

/** What would come of sending a payload now. */
export type Would =
  | {
      readonly would: 'write'
      readonly entity: EntityName
      readonly operation: 'create' | 'update'
      readonly body: Payload['body']
    }
  /** It is in the books. */
  | { readonly would: 'link'; readonly quickbooksId: string }
  | { readonly would: 'wait'; readonly lack: Lack }
  | { readonly would: 'refuse'; readonly reason: OutcomeReason }
  /** The books could not be read. */
  | { readonly would: 'unread'; readonly failed: Exclude<ReadOutcome<never>, { readonly outcome: 'read' }> }

/** What was seen of the books on the way; undefined: nobody looked. */
export interface Seen {
  /** The last day of the closed books; null: none is closed. */
  readonly closedUntil: string | null | undefined
  /** The entries of lists that the payload names. */
  readonly references: readonly BooksEntity[] | undefined
}

/** Looks whether a payload may be written: everything it needs is there, and it itself is not. Nothing is changed. */
export async function foresee(
  firmId: string,
  payload: Payload,
  books: QuickBooks,
  work: Pick<Work, 'issueOf'>,
): Promise<Would & { readonly seen: Seen }> {
  const { entity, operation, body } = payload
  let seen: Seen = { closedUntil: undefined, references: undefined }
  if (!isEntityName(entity)) return { would: 'refuse', reason: 'unknown-entity', seen }

  // A record whose base is not in the books is never sent.
  const lack = await lackOf(firmId, payload.dependsOn, work)
  if (lack !== undefined) return { would: 'wait', lack, seen }

  if (typeof body['TxnDate'] === 'string') {
    const closed = await closedUntil(books)
    if (closed.outcome !== 'read') return { would: 'unread', failed: closed, seen }
    seen = { ...seen, closedUntil: closed.value }
    if (closed.value !== null && body['TxnDate'] <= closed.value) {
      return { would: 'refuse', reason: 'books-closed', seen }
    }
  }
  if (operation !== 'match') {
    const checked = await checkReferences(books, body)
    if (checked.outcome !== 'read') return { would: 'unread', failed: checked, seen }
    seen = { ...seen, references: checked.found }
    const [broken] = checked.broken
    if (broken !== undefined) return { would: 'refuse', reason: `reference-${broken.is}`, seen }
  }
  if (operation === 'update') {
    const id = body['Id']
    const current = await books.get(entity, typeof id === 'string' ? id : '')
    if (current.outcome !== 'read') return { would: 'unread', failed: current, seen }
    const SyncToken = current.value?.SyncToken ?? '0'
    return { would: 'write', entity, operation, body: { ...body, SyncToken }, seen }
  }
  const inBooks = await findInBooks(books, { entity, body })
  if (inBooks.outcome !== 'read') return { would: 'unread', failed: inBooks, seen }
  switch (inBooks.found) {
    case 'ours':
      return { would: 'link', quickbooksId: inBooks.entity.Id, seen }
    case 'other':
      return { would: 'refuse', reason: 'number-taken', seen }
    case 'perhaps':
      return { would: 'refuse', reason: 'perhaps-in-books', seen }
    case 'none':
      return operation === 'match'
        ? { would: 'refuse', reason: 'no-exact-match', seen }
        : { would: 'write', entity, operation, body, seen }
  }
}
