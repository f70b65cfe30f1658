import type { CallAnswer, HostStore } from '../records/host-store.ts'
import type { RecordRef } from '../records/record-ref.ts'
import { removeService } from '../records/remove-service.ts'
import type { Prepare } from '../push/create-prepare.ts'
import type { HostCall } from './host-call.ts'
import { payloadOf } from './payload-of.ts'

interface Needs {
  readonly store: HostStore
  readonly prepare: Prepare
  readonly publicUrl: string
  readonly newId: () => string
  /** Pushes when it gets to it. */
  readonly pushSoon: (ref: RecordRef) => void
}

/** Does what SyncDoctor asks for, and tells how it went. */
export async function answerCall(call: HostCall, needs: Needs): Promise<CallAnswer> {
  const { store, pushSoon } = needs
  const { type, id } = call.data.record
  const record = store.get(type, id)
  if (record === undefined) return { status: 404, body: { error: 'unknown-record' } }
  const { sync } = record
  const settle = (changes: Partial<typeof sync>): CallAnswer => {
    store.change({ records: [{ ...record, sync: { ...sync, ...changes } }] })
    return { status: 204, body: null }
  }
  switch (call.type) {
    case 'record.read':
      return { status: 200, body: await payloadOf(record, needs) }
    case 'record.push':
      pushSoon({ type, id })
      return { status: 202, body: null }
    case 'record.synced':
      return settle({
        status: 'synced',
        quickbooksId: call.data.quickbooksId,
        error: null,
        requestId: null,
      })
    case 'record.skipped':
      return settle({ status: 'skipped' })
    case 'record.reopened':
      return sync.status === 'skipped' ? settle({ status: 'failed' }) : { status: 204, body: null }
    case 'service.delete':
      return removeService(store, id) === 'needed'
        ? { status: 409, body: { error: 'still-needed' } }
        : { status: 200, body: { deleted: { type, id } } }
  }
}
