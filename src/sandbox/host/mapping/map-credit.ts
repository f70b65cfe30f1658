import type { RecordOf } from '../records/host-record.ts'
import { amountLine } from './amount-line.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

interface Credited {
  readonly customerId: string
  readonly itemId: string
  readonly currency: string
}

/** A payment by promotional credit brings no money: it becomes a CreditMemo. */
export function mapCredit({ date, amount }: RecordOf<'payment'>, credited: Credited): Mapped {
  const { customerId, itemId, currency } = credited
  return {
    entity: 'CreditMemo',
    body: {
      TxnDate: date,
      CustomerRef: { value: customerId },
      Line: [amountLine(decimal({ minor: amount, currency }), itemId)],
    },
  }
}
