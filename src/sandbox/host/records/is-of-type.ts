import type { RecordType } from '../../../domain/record-type.ts'
import type { HostRecord, RecordOf } from './host-record.ts'

export function isOfType<T extends RecordType>(record: HostRecord, type: T): record is RecordOf<T> {
  return record.type === type
}
