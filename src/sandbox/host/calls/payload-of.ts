import type { EntityName } from '../../../quickbooks/entity-name.ts'
import { factsOf, type RecordFacts } from '../records/facts-of.ts'
import type { HostRecord } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import type { RecordRef } from '../records/record-ref.ts'
import type { Prepare } from '../push/create-prepare.ts'
import { keepRequestId } from '../push/keep-request-id.ts'
import { dependenciesOf } from '../push/dependencies-of.ts'
import type { PushFailure } from '../push/push-failure.ts'
import type { Waiting } from '../push/waiting.ts'

/** A record as it would be pushed this moment; every member is present. */
export interface HostPayload {
  readonly record: RecordFacts
  /** Null while it cannot be told: see `refusal` and `waitingFor`. */
  readonly entity: EntityName | null
  readonly operation: 'create' | 'update' | null
  /** What to write; null also where nothing is to be written, as the record is in QuickBooks (`quickbooksId`). */
  readonly body: Readonly<Record<string, unknown>> | null
  /** The QuickBooks entry that it is, or is matched with. */
  readonly quickbooksId: string | null
  /** Of the host's own next write: whoever writes under it writes nothing a second time. */
  readonly requestId: string | null
  /** What it names, in the order of the push; null: not in QuickBooks yet. */
  readonly dependsOn: readonly (RecordRef & { readonly quickbooksId: string | null })[]
  /** Why the host, or QuickBooks, would refuse it before it is written. */
  readonly refusal: PushFailure | null
  readonly waitingFor: Waiting['waitingFor'] | null
}

interface Needs {
  readonly store: HostStore
  readonly prepare: Prepare
  readonly publicUrl: string
  readonly newId: () => string
}

/**
 * The payload of a record. For a payment, the payment method is looked up in QuickBooks, and made where there is none;
 * for a client that was never synced, the customer of the same name is looked up.
 */
export async function payloadOf(
  record: HostRecord,
  { store, prepare, publicUrl, newId }: Needs,
): Promise<HostPayload> {
  const prepared = await prepare(record)
  const dependsOn = dependenciesOf(record, store).map((ref) => ({
    ...ref,
    quickbooksId: store.get(ref.type, ref.id)?.sync.quickbooksId ?? null,
  }))
  const payload: HostPayload = {
    record: factsOf(record, { store, publicUrl }),
    entity: null,
    operation: null,
    body: null,
    quickbooksId: record.sync.quickbooksId,
    requestId: null,
    dependsOn,
    refusal: null,
    waitingFor: null,
  }
  switch (prepared.outcome) {
    case 'write': {
      const { entity, operation, body } = prepared
      const requestId = record.sync.status === 'synced' ? undefined : keepRequestId(record, { store, newId })
      if (requestId !== undefined) return { ...payload, entity, operation, body, requestId }
      const quickbooksId = store.get(record.type, record.id)?.sync.quickbooksId ?? null
      return { ...payload, entity, quickbooksId }
    }
    case 'linked':
      return { ...payload, entity: prepared.entity, quickbooksId: prepared.quickbooksId }
    case 'refused':
      return { ...payload, refusal: prepared.failure }
    case 'waiting':
      return { ...payload, waitingFor: prepared.waitingFor }
  }
}
