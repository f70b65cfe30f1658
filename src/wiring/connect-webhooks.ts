import { randomBytes, randomUUID } from 'node:crypto'
import type { NoticeListener } from '../notices/create-relay.ts'
import { type CallBy, createCallBy } from '../notices/webhooks/create-call-by.ts'
import { createDeliver, type Deliver } from '../notices/webhooks/create-deliver.ts'
import { createEndpoints } from '../notices/webhooks/create-endpoints.ts'
import { createEnqueue } from '../notices/webhooks/create-enqueue.ts'
import { createHurryLanes } from '../notices/webhooks/create-hurry-lanes.ts'
import { createNoteAttempt } from '../notices/webhooks/create-note-attempt.ts'
import { createReplay } from '../notices/webhooks/create-replay.ts'
import { createSendTest } from '../notices/webhooks/create-send-test.ts'
import { createSendWebhook } from '../notices/webhooks/create-send-webhook.ts'
import { createTellEndpoints } from '../notices/webhooks/create-tell-endpoints.ts'
import { createDeliveryLog } from '../notices/webhooks/delivery-log.ts'
import { createEndpointSecrets } from '../notices/webhooks/endpoint-secrets.ts'
import { rotateEndpointSecrets } from '../notices/webhooks/rotate-endpoint-secrets.ts'
import type { WebhookEndpoint } from '../notices/webhooks/webhook-endpoint.ts'
import type { Webhooks } from '../notices/webhooks/webhooks.ts'
import { createPost } from '../outbound/create-post.ts'
import { createSeal } from '../secrets/create-seal.ts'
import type { SecretKeys } from '../secrets/parse-secret-keys.ts'
import type { Stores } from './create-stores.ts'

interface Needs {
  readonly secretKeys: SecretKeys | undefined
  readonly stores: Pick<Stores, 'collections' | 'firms' | 'noticeLog' | 'signals'>
  /** Whether endpoints may have private addresses, and be reached by http. */
  readonly allowPrivate: boolean
  readonly now: () => Date
  /** The host's own endpoint is disabled, of which no firm can be told. */
  readonly onHostDisabled?: (endpoint: WebhookEndpoint) => void
}

export interface WebhookServices extends Webhooks {
  /** Hears every notice. */
  readonly tell: NoticeListener
  readonly deliver: Deliver
  readonly callBy: CallBy
  /** Seals all secrets with the first key; without keys there is nothing to do. */
  readonly rotateSecrets: () => ReturnType<typeof rotateEndpointSecrets>
}

/** How long an endpoint may take to answer. */
const TIMEOUT_MILLISECONDS = 20_000
/** What it says beside its status is not kept. */
const MOST_BYTES = 16 * 1024

/** The webhooks' side of the wiring. */
export function connectWebhooks(needs: Needs): WebhookServices {
  const { secretKeys, stores, allowPrivate, now, onHostDisabled = () => {} } = needs
  const { collections, firms, noticeLog: log, signals } = stores
  const { webhookEndpoints: kept, webhookLanes: lanes, webhookDeliveries: deliveries } = collections
  const secrets = secretKeys && createEndpointSecrets({ seal: createSeal(secretKeys), randomBytes })
  const post = createPost({
    allowPrivate,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    mostBytes: MOST_BYTES,
  })
  const wake = () => signals.emit('deliver')
  const newId = randomUUID
  const send = createSendWebhook({ post, secrets, now })
  const callBy = createCallBy(kept)
  const hurry = createHurryLanes({ lanes, callBy, now, wake })
  const deliveryLog = createDeliveryLog({ deliveries, now })
  const enqueue = createEnqueue({ lanes, deliveryLog, callBy, now })
  const note = createNoteAttempt({
    endpoints: kept,
    hurry,
    newId,
    now,
    onNews: () => signals.emit('news'),
    onHostDisabled,
  })
  return {
    endpoints: createEndpoints({ endpoints: kept, lanes, deliveries, secrets, hurry, newId, now }),
    deliveryLog,
    replay: createReplay({
      log,
      deliveryLog,
      enqueue,
      firmsAfter: async (firmId, limit) => (await firms.list(firmId, limit)).map(({ id }) => id),
      wake,
    }),
    sendTest: createSendTest({ send, newId, now }),
    tell: createTellEndpoints({ endpoints: kept, enqueue }),
    deliver: createDeliver({ log, deliveryLog, send, note, callBy, now, random: Math.random }),
    callBy,
    async rotateSecrets() {
      if (secrets === undefined) return { resealed: 0, current: 0, unreadable: 0 }
      return rotateEndpointSecrets({ endpoints: kept, secrets })
    },
  }
}
