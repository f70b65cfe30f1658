import type { RecordOf } from '../records/host-record.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

/** The QuickBooks ids of what an invoice names. */
interface References {
  readonly client: string
  /** By the host's id. */
  readonly service: (id: string) => string
}

/** An invoice becomes an Invoice under the host's own number. */
export function mapInvoice(
  { number, date, lines }: RecordOf<'invoice'>,
  references: References,
  currency: string,
): Mapped {
  return {
    entity: 'Invoice',
    body: {
      DocNumber: number,
      TxnDate: date,
      CustomerRef: { value: references.client },
      Line: lines.map(({ serviceId, description, quantity, price }) => ({
        DetailType: 'SalesItemLineDetail',
        Amount: decimal({ minor: quantity * price, currency }),
        Description: description,
        SalesItemLineDetail: {
          ItemRef: { value: references.service(serviceId) },
          Qty: quantity,
          UnitPrice: decimal({ minor: price, currency }),
        },
      })),
    },
  }
}
