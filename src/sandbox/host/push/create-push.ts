import { isDeepStrictEqual } from 'node:util'
import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import type { HostRecord, SyncState } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import type { RecordRef } from '../records/record-ref.ts'
import { reportOf } from '../reporting/report-of.ts'
import type { Prepare } from './create-prepare.ts'
import type { Prepared } from './prepared.ts'
import type { PushFailure } from './push-failure.ts'
import type { Pushed } from './pushed.ts'
import { refusedBy } from './refused-by.ts'
import { unknownWords } from './unknown-words.ts'

interface Needs {
  readonly store: HostStore
  readonly quickbooks: QuickBooks
  readonly prepare: Prepare
  /** Where the pages of the records stand. */
  readonly publicUrl: string
  readonly now: () => Date
  readonly newId: () => string
}

/** Pushes one record, and queues a report of how it went. Two pushes of one record at once are one. */
export type Push = (ref: RecordRef) => Promise<Pushed>

export function createPush({ store, quickbooks, prepare, publicUrl, now, newId }: Needs): Push {
  const underWay = new Map<string, Promise<Pushed>>()

  return (ref) => {
    const key = `${ref.type}/${ref.id}`
    const known = underWay.get(key)
    if (known !== undefined) return known
    const push = pushOne(ref).finally(() => underWay.delete(key))
    underWay.set(key, push)
    return push
  }

  async function pushOne({ type, id }: RecordRef): Promise<Pushed> {
    const record = store.get(type, id)
    if (record === undefined) return { outcome: 'unknown-record' }
    if (record.sync.status === 'skipped') return { outcome: 'skipped' }
    const prepared = await prepare(record)
    switch (prepared.outcome) {
      case 'waiting':
        return prepared
      case 'refused':
        return failed(record, prepared.failure, null)
      case 'linked':
        return synced(record, prepared.quickbooksId)
      case 'write':
        return write(record, prepared)
    }
  }

  async function write(
    record: HostRecord,
    prepared: Extract<Prepared, { outcome: 'write' }>,
  ): Promise<Pushed> {
    const { entity, operation, body } = prepared
    // Kept before it is sent: should we be cut short, the next try is the same write. Whoever asked for the record
    // meanwhile may write it under that one too.
    const requestId = store.get(record.type, record.id)?.sync.requestId ?? newId()
    settle(record, { ...record.sync, requestId })
    const sent = { entity, body, requestId }
    const written = await (operation === 'create' ? quickbooks.create(sent) : quickbooks.update(sent))
    switch (written.outcome) {
      case 'succeeded':
        return synced(record, written.entity.Id)
      case 'refused':
        return failed(record, refusedBy(written.refusal, prepared, body), null)
      case 'unknown': {
        const error = unknownWords(written)
        return failed(
          record,
          { error, summary: error, httpStatus: null, entity, operation, payload: body },
          requestId,
        )
      }
      case 'not-sent':
        settle(record, { ...record.sync, requestId })
        return { outcome: 'waiting', waitingFor: written.waitingFor }
    }
  }

  function synced(record: HostRecord, quickbooksId: string): Pushed {
    const isNews = record.sync.status !== 'synced'
    const report = isNews ? reportOf({ record, quickbooksId }, context()) : undefined
    settle(record, { status: 'synced', quickbooksId, error: null, requestId: null }, report)
    return { outcome: 'synced', quickbooksId }
  }

  function failed(record: HostRecord, failure: PushFailure, requestId: string | null): Pushed {
    const { quickbooksId } = record.sync
    const report = reportOf({ record, failure }, context())
    settle(record, { status: 'failed', quickbooksId, error: failure.summary, requestId }, report)
    return { outcome: 'failed', failure }
  }

  function context() {
    return { store, publicUrl, now: now(), occurrenceId: newId() }
  }

  function settle(record: HostRecord, sync: SyncState, report?: ReturnType<typeof reportOf>): void {
    const current = store.get(record.type, record.id)
    if (current === undefined) return
    store.change({ records: [{ ...current, sync: settled(current, record, sync) }], report })
  }
}

/** How a pushed record stands, which may have been edited or skipped meanwhile. */
function settled(current: HostRecord, pushed: HostRecord, sync: SyncState): SyncState {
  if (current.sync.status === 'skipped') return { ...sync, status: 'skipped' }
  const isEdited = !isDeepStrictEqual({ ...current, sync }, { ...pushed, sync })
  return isEdited && sync.status === 'synced' ? { ...sync, status: 'not-synced' } : sync
}
