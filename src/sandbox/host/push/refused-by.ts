import type { Refusal } from '../../../quickbooks/refusal.ts'
import type { PushFailure } from './push-failure.ts'
import type { Tried } from './prepared.ts'

/** A refusal of QuickBooks, in its own words. */
export function refusedBy(
  { error, httpStatus }: Refusal,
  { entity, operation }: Tried,
  payload: PushFailure['payload'],
): PushFailure {
  return { error, httpStatus, entity, operation, payload }
}
