import type { Refusal } from '../../../quickbooks/refusal.ts'
import type { PushFailure } from './push-failure.ts'
import type { Tried } from './prepared.ts'

/** A refusal of QuickBooks, in its own words. */
export function refusedBy(
  { error, httpStatus, faults }: Refusal,
  { entity, operation }: Tried,
  payload: PushFailure['payload'],
): PushFailure {
  const summary = faults
    .map(({ message, detail }) => [message, detail].filter((part) => part !== null).join(': '))
    .join(' ')
  return { summary: summary === '' ? error : summary, error, httpStatus, entity, operation, payload }
}
