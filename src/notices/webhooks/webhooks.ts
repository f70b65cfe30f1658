import type { Endpoints } from './create-endpoints.ts'
import type { Replay } from './create-replay.ts'
import type { SendTest } from './create-send-test.ts'
import type { DeliveryLog } from './delivery-log.ts'

/** What callers can do about endpoints. */
export interface Webhooks {
  readonly endpoints: Endpoints
  readonly deliveryLog: DeliveryLog
  readonly replay: Replay
  readonly sendTest: SendTest
}
