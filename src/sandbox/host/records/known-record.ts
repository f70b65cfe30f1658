import type { RecordType } from '../../../domain/record-type.ts'
import type { RecordOf } from './host-record.ts'
import type { HostStore } from './host-store.ts'

/** A record that another one names; that it is there is for the host to see to. */
export function knownRecord<T extends RecordType>(store: HostStore, type: T, id: string): RecordOf<T> {
  const record = store.get(type, id)
  if (record === undefined) throw new Error(`The host has no ${type} ${id}.`)
  return record
}
