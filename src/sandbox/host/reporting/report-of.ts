import { factsOf } from '../records/facts-of.ts'
import type { HostRecord } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import type { PushFailure } from '../push/push-failure.ts'
import type { PendingReport } from './pending-report.ts'

type Happened =
  | { readonly record: HostRecord; readonly failure: PushFailure }
  | { readonly record: HostRecord; readonly quickbooksId: string }

interface Context {
  readonly store: HostStore
  readonly publicUrl: string
  readonly now: Date
  readonly occurrenceId: string
}

/** What SyncDoctor is told of a push, as its REST API takes it. */
export function reportOf(happened: Happened, context: Context): Omit<PendingReport, 'number'> {
  const { now, occurrenceId } = context
  const when = { occurredAt: now.toISOString(), occurrenceId }
  if ('quickbooksId' in happened) {
    const { record, quickbooksId } = happened
    const body = { record: { type: record.type, id: record.id }, quickbooksId, ...when }
    return { kind: 'success', occurrenceId, body }
  }
  const { error, httpStatus, entity, operation, payload } = happened.failure
  const body = {
    error,
    ...(httpStatus !== null && { httpStatus }),
    entity,
    operation,
    record: factsOf(happened.record, context),
    ...(payload !== null && { payload }),
    ...when,
  }
  return { kind: 'failure', occurrenceId, body }
}
