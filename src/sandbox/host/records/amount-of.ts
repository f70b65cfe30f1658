import type { HostRecord } from './host-record.ts'
import { totalOf } from './total-of.ts'

/** The money that a record moves, in the smallest unit of the currency; undefined: none. */
export function amountOf(record: HostRecord): number | undefined {
  switch (record.type) {
    case 'client':
    case 'service':
      return undefined
    case 'invoice':
      return totalOf(record)
    case 'payment':
    case 'refund':
    case 'expense':
      return record.amount
  }
}
