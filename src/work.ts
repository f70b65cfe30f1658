import { pino } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config/config.ts'
import { connectHosts } from './wiring/connect-hosts.ts'
import { connectMail } from './wiring/connect-mail.ts'
import { connectWebhooks } from './wiring/connect-webhooks.ts'
import { openSecretKeys } from './config/open-secret-keys.ts'
import { openStorage } from './wiring/open-storage.ts'
import { root } from './root.ts'
import { startActions } from './wiring/start-actions.ts'
import { startNotices } from './wiring/start-notices.ts'

/**
 * Performs actions and tells what is to be told, and serves nothing, beside any number of servers and of its like on the same storage. The answer stops
 * it, and resolves when what is at work has come to rest. Rejects where the storage cannot be used.
 */
export async function work(config: Config): Promise<() => Promise<void>> {
  const log = pino({ level: config.logLevel })
  const now = () => new Date()
  const app = await createApp(root)
  const storage = await openStorage(config)
  const stores = await app.stores(storage, now)
  const secretKeys = await openSecretKeys(config)
  const { intuit, leaseSeconds } = config
  const quickbooks =
    intuit &&
    secretKeys &&
    (await app.quickbooks({
      intuit,
      secretKeys,
      stores,
      now,
      onNotRenewed: (firmId, reason) => log.warn({ firmId, reason }, 'a connection was not renewed'),
    }))
  const hosts = connectHosts({ secretKeys, stores, allowPrivate: config.allowPrivateWebhooks, now })
  const webhooks = connectWebhooks({
    secretKeys,
    stores,
    allowPrivate: config.allowPrivateWebhooks,
    now,
    onHostDisabled: ({ id, reason }) => log.warn({ endpoint: id, reason }, 'a webhook endpoint is disabled'),
  })
  const stopActions = startActions({ stores, quickbooks, hosts, leaseSeconds, now, log })
  const { publicUrl } = config
  const mail = connectMail({ config, publicUrl, stores, guides: app.guides, now, log })
  const stopNotices = startNotices({ stores, mail, webhooks, leaseSeconds, now, log })
  return async () => {
    await Promise.all([stopActions(), stopNotices()])
    await storage.close()
  }
}
