import { pino } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config/config.ts'
import { openSecretKeys } from './config/open-secret-keys.ts'
import { root } from './root.ts'
import { openStorage } from './wiring/open-storage.ts'
import { startWork } from './wiring/start-work.ts'

/**
 * Performs actions and tells what is to be told, and serves nothing, beside any number of servers and of its like on the same
 * storage. The answer stops it, and resolves when what is at work has come to rest. Rejects where the storage cannot be used.
 */
export async function work(config: Config): Promise<() => Promise<void>> {
  const log = pino({ level: config.logLevel })
  const now = () => new Date()
  const app = await createApp(root)
  const storage = await openStorage(config)
  const stores = await app.stores(storage, now)
  const secretKeys = await openSecretKeys(config)
  const { intuit, leaseSeconds } = config
  const services = await app.services({ config, intuit, secretKeys, stores, now, log })
  const stop = startWork({ ...services, stores, leaseSeconds, now, log })
  return async () => {
    await stop()
    await storage.close()
  }
}
