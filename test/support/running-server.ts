import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { openLive } from '../../src/wiring/open-live.ts'
import { connectHosts } from '../../src/wiring/connect-hosts.ts'
import { connectWebhooks } from '../../src/wiring/connect-webhooks.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'
import { root } from '../../src/root.ts'
import { quickBooksFor } from './quickbooks-for.ts'
import { temporaryStorage } from './temporary-storage.ts'

export interface RunningServer {
  /** The base address, without a slash at the end. */
  readonly url: string
  /** What the service keeps. */
  readonly stores: Stores
  /** Does at once what open streams do from time to time. */
  readonly hasten: () => void
  /** Cuts every connection; rejects if the service told of a bug while it ran. */
  readonly stop: () => Promise<void>
}

/** The service on a free port of this machine, in this process, without a request limit. */
export async function startServer(
  variables: Readonly<Record<string, string>> = {},
  now = () => new Date(),
): Promise<RunningServer> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const read = readConfig({ PUBLIC_URL: url, RATE_LIMIT: '0', ALLOW_PRIVATE_WEBHOOKS: '1', ...variables })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const bugs: unknown[] = []
  const app = await createApp(root)
  const stores = await app.stores(await temporaryStorage(), now)
  const quickbooks = await quickBooksFor(app, read.config, { stores, now })
  const { secretKeys } = read.config
  const jobs = new Set<() => void>()
  const every = (milliseconds: number, job: () => void) => {
    const timer = setInterval(job, milliseconds)
    jobs.add(job)
    return () => {
      clearInterval(timer)
      jobs.delete(job)
    }
  }
  const live = openLive({ stores, now, every, onError: (error) => bugs.push(error) })
  const reach = { secretKeys, stores, allowPrivate: read.config.allowPrivateWebhooks, now }
  const hosts = connectHosts(reach)
  const webhooks = connectWebhooks(reach)
  const http = await app.http({
    config: read.config,
    stores,
    quickbooks,
    hosts,
    live,
    webhooks,
    newId: randomUUID,
    now,
    onBug: (error) => bugs.push(error),
    isReady: () => Promise.resolve(true),
  })
  server.on('request', http)
  return {
    url,
    stores,
    hasten: () => {
      for (const job of jobs) job()
    },
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      if (bugs.length > 0) throw new AggregateError(bugs, 'The service told of bugs.')
    },
  }
}
