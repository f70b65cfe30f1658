import type { RecordOf } from '../records/host-record.ts'
import type { HostSettings } from '../records/host-settings.ts'
import { mapService } from '../mapping/map-service.ts'
import type { Mapped } from '../mapping/mapped.ts'
import type { PushFailure } from './push-failure.ts'

/** A service without an income account, its own or that of the settings, is refused here; nothing is sent. */
export function prepareService(
  service: RecordOf<'service'>,
  { serviceIncomeAccountId, currency }: HostSettings,
): Mapped | { readonly outcome: 'refused'; readonly failure: PushFailure } {
  const incomeAccountId = service.incomeAccountId ?? serviceIncomeAccountId
  if (incomeAccountId !== null) return mapService(service, { incomeAccountId, currency })
  const error = 'Please specify the income account'
  const tried = { entity: 'Item', operation: 'create' } as const
  return { outcome: 'refused', failure: { error, summary: error, httpStatus: null, payload: null, ...tried } }
}
