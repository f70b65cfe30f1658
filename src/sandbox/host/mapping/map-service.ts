import type { RecordOf } from '../records/host-record.ts'
import { decimal } from './decimal.ts'
import type { Mapped } from './mapped.ts'

interface Chosen {
  readonly incomeAccountId: string
  readonly currency: string
}

/** A service becomes an Item of type Service, with its price and its income account. */
export function mapService(
  { name, price }: RecordOf<'service'>,
  { incomeAccountId, currency }: Chosen,
): Mapped {
  return {
    entity: 'Item',
    body: {
      Name: name,
      Type: 'Service',
      UnitPrice: decimal({ minor: price, currency }),
      IncomeAccountRef: { value: incomeAccountId },
    },
  }
}
