import type { Logger } from 'pino'
import { createRelay } from '../notices/create-relay.ts'
import { createOutboxSource } from '../notices/outbox-source.ts'
import { startLoop } from '../notices/start-loop.ts'
import type { MailServices } from './connect-mail.ts'
import type { Stores } from './create-stores.ts'

interface Needs {
  readonly stores: Stores
  readonly mail: MailServices
  readonly leaseSeconds: number
  readonly now: () => Date
  readonly log: Pick<Logger, 'error'>
}

const IDLE_MILLISECONDS = 500

/** Tells what is to be told, until it is stopped. The answer stops it, and resolves when it is at rest. */
export function startNotices({ stores, mail, leaseSeconds, now, log }: Needs): () => Promise<void> {
  const { collections, noticeLog, signals } = stores
  const onError = (error: unknown) => log.error({ err: error }, 'somebody was not told; it is tried again')
  const relay = createRelay({
    sources: [createOutboxSource(collections.issues), createOutboxSource(collections.connections)],
    log: noticeLog,
    listeners: [mail.tell],
    onTold: (firmId) => signals.emit('logged', firmId),
    leaseMilliseconds: leaseSeconds * 1000,
    now,
    onError,
  })
  const loop = startLoop({ take: relay, idleMilliseconds: IDLE_MILLISECONDS, onError })
  const mails = startLoop({ take: mail.sendDue, idleMilliseconds: IDLE_MILLISECONDS, onError })
  const stopListening = signals.on('news', () => loop.wake())
  return async () => {
    stopListening()
    await Promise.all([loop.stop(), mails.stop()])
    mail.close()
  }
}
