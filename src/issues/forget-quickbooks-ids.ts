import type { Collection, Position, Stored } from '../storage/collection.ts'
import type { IssueCollection } from './issue-collection.ts'
import type { SyncedRecords } from './synced-records.ts'

interface Needs {
  readonly issues: IssueCollection
  readonly syncedRecords: SyncedRecords
}

/**
 * Forgets under which ids a firm's records stand in QuickBooks, since another company has other ids. When it resolves,
 * none of those known before is left; it can be run again.
 */
export type ForgetQuickBooksIds = (firmId: string) => Promise<void>

const PAGE = 1_000

export function createForgetQuickBooksIds({ issues, syncedRecords }: Needs): ForgetQuickBooksIds {
  return async (firmId) => {
    // In the order of all statuses alike, which is sorted for it: going by status, an issue that changes its own meanwhile
    // could slip from one that is still to come into one that was done.
    await forgetIn(issues, { index: 'statusLastSeen', firmId, sortedBy: (doc) => doc.lastSeenAt })
    await forgetIn(syncedRecords, { index: 'firm', firmId, sortedBy: (doc) => doc.expiresAt })
  }
}

interface Known extends Stored {
  readonly quickbooksId: string | null
}

interface Place<T> {
  readonly index: string
  readonly firmId: string
  /** What the index sorts by. */
  readonly sortedBy: (doc: T) => string
}

async function forgetIn<T extends Known>(
  collection: Pick<Collection<T, 'firmId'>, 'get' | 'replace' | 'page'>,
  { index, firmId, sortedBy }: Place<T>,
): Promise<void> {
  let after: Position | undefined
  for (;;) {
    const page = await collection.page({ index, equals: { firmId }, after, limit: PAGE })
    for (const { doc } of page) if (doc.quickbooksId !== null) await forget(collection, doc.id)
    const last = page.at(-1)?.doc
    if (last === undefined) return
    after = { value: sortedBy(last), id: last.id }
  }
}

async function forget<T extends Known>(
  collection: Pick<Collection<T, never>, 'get' | 'replace'>,
  id: string,
): Promise<void> {
  for (;;) {
    const found = await collection.get(id)
    if (found === undefined || found.doc.quickbooksId === null) return
    if (await collection.replace({ ...found.doc, quickbooksId: null }, found.version)) return
  }
}
