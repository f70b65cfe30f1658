import { isDeepStrictEqual } from 'node:util'
import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import type { Refusal } from '../../../quickbooks/refusal.ts'
import type { HostRecord, SyncState } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import type { RecordRef } from '../records/record-ref.ts'
import { reportOf } from '../reporting/report-of.ts'
import type { Prepare } from './create-prepare.ts'
import { hasArrived } from './has-arrived.ts'
import { keepRequestId } from './keep-request-id.ts'
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
    const { status, quickbooksId } = record.sync
    if (status === 'skipped') return { outcome: 'skipped' }
    // Writing it again as it is would be a second write of the same.
    if (status === 'synced' && quickbooksId !== null) return { outcome: 'synced', quickbooksId }
    const prepared = await prepare(record)
    switch (prepared.outcome) {
      case 'waiting':
        return prepared
      case 'refused':
        // Nothing was written, so what is known of the last write stays as it is.
        return failed(record, prepared.failure, store.get(type, id)?.sync.requestId ?? null)
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
    const requestId = keepRequestId(record, { store, newId })
    if (requestId === undefined) return asItIs(record)
    const sent = { entity, body, requestId }
    const written = await (operation === 'create' ? quickbooks.create(sent) : quickbooks.update(sent))
    switch (written.outcome) {
      case 'succeeded':
        return synced(record, written.entity.Id)
      case 'refused':
        return failed(
          record,
          refusedBy(written.refusal, prepared, body),
          isUsedUp(written.refusal) ? requestId : null,
        )
      case 'unknown': {
        const error = unknownWords(written)
        return failed(
          record,
          { error, summary: error, httpStatus: null, entity, operation, payload: body },
          requestId,
        )
      }
      case 'not-sent':
        return { outcome: 'waiting', waitingFor: written.waitingFor }
    }
  }

  function asItIs({ type, id }: RecordRef): Pushed {
    const quickbooksId = store.get(type, id)?.sync.quickbooksId ?? null
    return quickbooksId === null ? { outcome: 'unknown-record' } : { outcome: 'synced', quickbooksId }
  }

  function synced(record: HostRecord, quickbooksId: string): Pushed {
    const isNews = record.sync.status !== 'synced'
    const report = isNews ? reportOf({ record, quickbooksId }, context()) : undefined
    settle(record, { status: 'synced', quickbooksId, error: null, requestId: null }, report)
    return { outcome: 'synced', quickbooksId }
  }

  function failed(record: HostRecord, failure: PushFailure, requestId: string | null): Pushed {
    const current = store.get(record.type, record.id)
    // What QuickBooks says of one that SyncDoctor got there meanwhile is no news.
    if (current !== undefined && hasArrived(current, record)) return asItIs(record)
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

/** Whether QuickBooks wrote something else under this request id: under another one it might write the record again. */
function isUsedUp({ faults }: Refusal): boolean {
  return faults.some(({ code }) => code === '600')
}

/** How a pushed record stands, which may have been edited or skipped meanwhile. */
function settled(current: HostRecord, pushed: HostRecord, sync: SyncState): SyncState {
  if (current.sync.status === 'skipped') return { ...sync, status: 'skipped' }
  const isEdited = !isDeepStrictEqual({ ...current, sync }, { ...pushed, sync })
  return isEdited && sync.status === 'synced' ? { ...sync, status: 'not-synced' } : sync
}
