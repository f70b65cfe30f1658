import type { RecordOf } from '../records/host-record.ts'
import type { HostSettings } from '../records/host-settings.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

/** A processing fee becomes a Purchase: paid from the expense account, booked under the expense payment. */
export function mapExpense(
  { date, amount, description }: RecordOf<'expense'>,
  settings: HostSettings,
): Mapped {
  const { expenseAccountId, expensePaymentId, currency } = settings
  return {
    entity: 'Purchase',
    body: {
      PaymentType: 'Cash',
      TxnDate: date,
      ...(expenseAccountId !== null && { AccountRef: { value: expenseAccountId } }),
      Line: [
        {
          DetailType: 'AccountBasedExpenseLineDetail',
          Amount: decimal({ minor: amount, currency }),
          Description: description,
          AccountBasedExpenseLineDetail: {
            ...(expensePaymentId !== null && { AccountRef: { value: expensePaymentId } }),
          },
        },
      ],
    },
  }
}
