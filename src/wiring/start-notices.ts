import type { Logger } from 'pino'
import { randomUUID } from 'node:crypto'
import { createRelay } from '../notices/create-relay.ts'
import { startLoop } from '../notices/start-loop.ts'
import type { MailServices } from './connect-mail.ts'
import { createCourier } from '../notices/webhooks/create-courier.ts'
import type { WebhookServices } from './connect-webhooks.ts'
import type { Stores } from './create-stores.ts'

interface Needs {
  readonly stores: Stores
  readonly mail: MailServices
  readonly webhooks: WebhookServices
  readonly leaseSeconds: number
  readonly now: () => Date
  readonly log: Pick<Logger, 'error'>
}

const IDLE_MILLISECONDS = 500

/** Tells what is to be told, until it is stopped. The answer stops it, and resolves when it is at rest. */
export function startNotices({ stores, mail, webhooks, leaseSeconds, now, log }: Needs): () => Promise<void> {
  const { collections, outboxes, noticeLog, signals } = stores
  const leaseMilliseconds = leaseSeconds * 1000
  const onError = (error: unknown) => log.error({ err: error }, 'somebody was not told; it is tried again')
  const relay = createRelay({
    sources: outboxes,
    log: noticeLog,
    listeners: [webhooks.tell, mail.tell],
    onTold(firmId) {
      signals.emit('logged', firmId)
      signals.emit('deliver')
    },
    leaseMilliseconds,
    now,
    onError,
  })
  const loop = startLoop({ take: relay, idleMilliseconds: IDLE_MILLISECONDS, onError })
  const mails = startLoop({ take: mail.sendDue, idleMilliseconds: IDLE_MILLISECONDS, onError })
  const courier = createCourier({
    lanes: collections.webhookLanes,
    endpoints: collections.webhookEndpoints,
    deliveryLog: webhooks.deliveryLog,
    deliver: webhooks.deliver,
    callBy: webhooks.callBy,
    leaseMilliseconds,
    newId: randomUUID,
    now,
    onFree: () => signals.emit('deliver'),
    onError,
  })
  const deliveries = startLoop({ take: courier.take, idleMilliseconds: IDLE_MILLISECONDS, onError })
  const listeners = [signals.on('news', () => loop.wake()), signals.on('deliver', () => deliveries.wake())]
  return async () => {
    for (const stopListening of listeners) stopListening()
    await Promise.all([loop.stop(), mails.stop(), deliveries.stop().then(() => courier.idle())])
    mail.close()
  }
}
