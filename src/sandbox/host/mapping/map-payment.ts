import type { RecordOf } from '../records/host-record.ts'
import type { HostSettings } from '../records/host-settings.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

interface Paid {
  readonly customerId: string
  /** The Invoice that is paid. */
  readonly invoiceId: string
  readonly paymentMethodId: string
  readonly settings: HostSettings
}

/** Money received becomes a Payment of the whole amount against its invoice. */
export function mapPayment({ date, amount }: RecordOf<'payment'>, paid: Paid): Mapped {
  const { customerId, invoiceId, paymentMethodId, settings } = paid
  const { currency, depositToAccountId } = settings
  const total = decimal({ minor: amount, currency })
  return {
    entity: 'Payment',
    body: {
      TxnDate: date,
      CustomerRef: { value: customerId },
      TotalAmt: total,
      PaymentMethodRef: { value: paymentMethodId },
      ...(depositToAccountId !== null && { DepositToAccountRef: { value: depositToAccountId } }),
      Line: [{ Amount: total, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
    },
  }
}
