import { formatDecimal } from '../../../domain/format-decimal.ts'
import type { RecordType } from '../../../domain/record-type.ts'
import { amountOf } from './amount-of.ts'
import { clientOf } from './client-of.ts'
import type { HostRecord } from './host-record.ts'
import type { HostStore } from './host-store.ts'
import { labelOf } from './label-of.ts'

/** What SyncDoctor is told of a record, in reports and in answers to its calls. */
export interface RecordFacts {
  readonly type: RecordType
  readonly id: string
  readonly label: string
  /** Its page. */
  readonly url: string
  /** A decimal. */
  readonly amount: string | null
  readonly currency: string | null
  readonly date: string | null
  readonly client: { readonly id: string; readonly name: string } | null
}

interface Context {
  readonly store: HostStore
  /** Where the pages of the records stand. */
  readonly publicUrl: string
}

export function factsOf(record: HostRecord, { store, publicUrl }: Context): RecordFacts {
  const { type, id } = record
  const minor = amountOf(record)
  const { currency } = store.settings()
  const client = clientOf(record, store)
  return {
    type,
    id,
    label: labelOf(record, store),
    url: `${publicUrl}/sandbox/host/records/${type}/${id}`,
    amount: minor === undefined ? null : formatDecimal({ minor, currency }),
    currency: minor === undefined ? null : currency,
    date: 'date' in record ? record.date : null,
    client: client ? { id: client.id, name: client.name } : null,
  }
}
