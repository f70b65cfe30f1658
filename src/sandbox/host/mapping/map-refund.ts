import type { RecordOf } from '../records/host-record.ts'
import { amountLine } from './amount-line.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

interface Refunded {
  readonly customerId: string
  readonly itemId: string
  /** Where the money comes from; null: none is chosen, and QuickBooks says so. */
  readonly accountId: string | null
  readonly currency: string
}

/** A refund becomes a RefundReceipt. */
export function mapRefund({ date, amount }: RecordOf<'refund'>, refunded: Refunded): Mapped {
  const { customerId, itemId, accountId, currency } = refunded
  return {
    entity: 'RefundReceipt',
    body: {
      TxnDate: date,
      CustomerRef: { value: customerId },
      ...(accountId !== null && { DepositToAccountRef: { value: accountId } }),
      Line: [amountLine(decimal({ minor: amount, currency }), itemId)],
    },
  }
}
