import { apply } from 'json-merge-patch'
import { z } from 'zod'
import type { ActionStep } from '../../domain/advance-action.ts'
import type { Payload } from '../../domain/payload.ts'
import { checkReferences } from '../../evidence/check-references.ts'
import { closedUntil } from '../../evidence/closed-until.ts'
import { findInBooks } from '../../evidence/find-in-books.ts'
import type { EntityName } from '../../quickbooks/entity-name.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import { refuseWith } from '../refuse-with.ts'
import { waitForRead } from '../wait-for-read.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { freshPayload } from './fresh-payload.ts'
import { lackOf } from './lack-of.ts'
import { stepOf } from './step-of.ts'

export type Ready = Payload & { readonly entity: EntityName; readonly operation: 'create' | 'update' }

const objects = z.record(z.string(), z.unknown())

/** Makes ready what is to be written, and looks whether it may be: everything it needs is there, and it itself is not. */
export async function prepare(held: HeldAction, work: Work, books: QuickBooks): Promise<ActionStep | Ready> {
  const { issue, action } = held
  const fresh = await freshPayload(held, work)
  if ('step' in fresh) return fresh
  const patch: unknown = action.changes === null ? {} : JSON.parse(action.changes)
  const body = objects.parse(apply(structuredClone(fresh.body), patch))
  const { entity } = fresh
  if (!isEntityName(entity)) return refuse('unknown-entity')

  // A record whose base is not in the books is never sent.
  const lack = await lackOf(issue.firmId, fresh.dependsOn, work)
  if (lack !== undefined) return stepOf(lack, action, work)

  const reading = (refusal: Parameters<typeof refuseWith>[2]) =>
    refuseWith(work, issue, refusal, { ...fresh, body })
  if (typeof body['TxnDate'] === 'string') {
    const closed = await closedUntil(books)
    if (closed.outcome !== 'read') return waitForRead(closed, action, reading, work)
    if (closed.value !== null && body['TxnDate'] <= closed.value) return refuse('books-closed')
  }
  if (fresh.operation !== 'match') {
    const checked = await checkReferences(books, body)
    if (checked.outcome !== 'read') return waitForRead(checked, action, reading, work)
    const [broken] = checked.broken
    if (broken !== undefined) return refuse(`reference-${broken.is}`)
  }
  if (fresh.operation === 'update') {
    const id = body['Id']
    const current = await books.get(entity, typeof id === 'string' ? id : '')
    if (current.outcome !== 'read') return waitForRead(current, action, reading, work)
    return {
      ...fresh,
      entity,
      operation: 'update',
      body: { ...body, SyncToken: current.value?.SyncToken ?? '0' },
    }
  }
  const inBooks = await findInBooks(books, { entity, body })
  if (inBooks.outcome !== 'read') return waitForRead(inBooks, action, reading, work)
  switch (inBooks.found) {
    case 'ours':
      return confirm(held, work, inBooks.entity.Id, 'linked')
    case 'other':
      return refuse('number-taken')
    case 'perhaps':
      return refuse('perhaps-in-books')
    case 'none':
      if (fresh.operation === 'match') return refuse('no-exact-match')
      return { ...fresh, entity, operation: 'create', body }
  }
}
