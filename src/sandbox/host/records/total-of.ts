import type { RecordOf } from './host-record.ts'

/** What an invoice amounts to, in the smallest unit of the currency. */
export function totalOf({ lines }: RecordOf<'invoice'>): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
}
