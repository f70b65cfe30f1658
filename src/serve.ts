import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openStorage } from './open-storage.ts'
import { root } from './root.ts'
import type { Storage } from './storage/storage.ts'

/** How long requests under way may take once the process is told to stop. */
const DRAIN_MILLISECONDS = 25_000
const SWEEP_MILLISECONDS = 100

export interface Serving {
  readonly publicUrl: string
  /** Stops taking requests, lets those under way end, and resolves when all are done. */
  readonly stop: () => Promise<void>
}

/**
 * Serves until told to stop. It listens at once; requests wait for the catalog. Rejects where the address is taken, and
 * where the catalog has faults (`syncdoctor check` lists them).
 */
export async function serve(config: Config): Promise<Serving> {
  let ready = true
  const app = await createApp(root)
  const { faults } = app.loaded
  if (faults.length > 0) {
    const list = faults.map(({ file, reason }) => `  ${file}: ${reason}`).join('\n')
    throw new Error(`The catalog has faults:\n${list}`)
  }
  const storage = await openStorage(config)
  const now = () => new Date()
  const stores = await app.stores(storage, now)
  const server = createServer()
  server.listen(config.port, config.host)
  await once(server, 'listening')
  const publicUrl = config.publicUrl.replace(/:0$/u, `:${(server.address() as AddressInfo).port}`)
  const http = app.http({
    config: { ...config, publicUrl },
    stores,
    newId: randomUUID,
    now,
    onBug: (error, requestId) => {
      console.error(JSON.stringify({ requestId, bug: error instanceof Error ? error.stack : String(error) }))
    },
    isReady: async () => ready && (await answers(storage)),
  })
  server.on('request', (request, response) => {
    void http.then((handle) => {
      handle(request, response)
    })
  })
  await http
  return {
    publicUrl,
    stop: async () => {
      ready = false
      await drain(server)
      await storage.close()
    },
  }
}

async function answers(storage: Storage): Promise<boolean> {
  try {
    await storage.ping()
    return true
  } catch {
    return false
  }
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // Connections that callers keep open close as soon as their last request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS)
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS)
  await closed
  clearInterval(sweep)
  clearTimeout(timer)
}
