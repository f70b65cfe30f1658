import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config/config.ts'
import { addDemo, type Demo } from './demo/add-demo.ts'
import type { DemoSandbox } from './demo/create-demo-sandbox.ts'
import { demoFirm } from './demo/demo-firm.ts'
import { createMailFolder } from './notices/mail/create-mail-folder.ts'
import { createMetrics } from './metrics/create-metrics.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { openSecretKeys } from './config/open-secret-keys.ts'
import { drain } from './wiring/drain.ts'
import { openLive } from './wiring/open-live.ts'
import { openStorage } from './wiring/open-storage.ts'
import { root } from './root.ts'
import { startHousekeeping } from './wiring/start-housekeeping.ts'
import { startWork } from './wiring/start-work.ts'
import type { Storage } from './storage/storage.ts'

export interface Serving {
  readonly publicUrl: string
  readonly metricsUrl: string | undefined
  /** Where the pages of the demo's sandbox stand; undefined: there is none. */
  readonly sandboxUrl: string | undefined
  /** Resolves once it is prepared, which takes some seconds at the first start. Undefined: there is none. */
  readonly demo: Promise<Demo | undefined> | undefined
  /** Stops taking requests, lets those under way end, and resolves when all are done. */
  readonly stop: () => Promise<void>
}

/**
 * Serves until told to stop. It listens at once; requests wait for the catalog. Rejects where the address is taken, where
 * the storage cannot be used, and where the catalog has faults (`syncdoctor check` lists them).
 */
export async function serve(config: Config): Promise<Serving> {
  const { host, port, metricsPort } = config
  // Names and addresses of people, and what was pushed, are the firms' own: nothing of them is logged.
  const log = pino({ level: config.logLevel, redact: ['req', 'res', '*.headers', '*.body'] })
  let ready = true
  // While the demo is prepared, its QuickBooks and practice software and we call each other a hundred times.
  let preparing = config.demo
  const app = await createApp(root)
  const { faults } = app.loaded
  if (faults.length > 0) {
    const list = faults.map(({ file, reason }) => `  ${file}: ${reason}`).join('\n')
    throw new Error(`The catalog has faults:\n${list}`)
  }
  const server = createServer()
  const early: [IncomingMessage, ServerResponse][] = []
  const hold = (...request: (typeof early)[number]) => early.push(request)
  server.on('request', hold)
  server.listen(port, host)
  await once(server, 'listening')
  const storage = await openStorage(config).catch((error: unknown) => {
    server.close()
    throw error
  })
  const now = () => new Date()
  const metrics = createMetrics()
  const stores = await app.stores(storage, now)
  const reportFailure: typeof stores.issues.reportFailure = async (...report) => {
    const done = await stores.issues.reportFailure(...report)
    metrics.countReport(done.outcome, done.issue.doc.item)
    return done
  }
  const issues = { ...stores.issues, reportFailure }
  const withPort = (address: string) => address.replace(/:0(?=\/|$)/u, `:${portOf(server)}`)
  const publicUrl = withPort(config.publicUrl)
  const internalUrl = internalUrlOf(server)
  const opened =
    config.demo && config.intuit === undefined
      ? (await import('./demo/open-sandbox.ts')).openSandbox({ ...config, publicUrl, internalUrl, now })
      : undefined
  const intuit =
    opened?.intuit ??
    (config.intuit && { ...config.intuit, redirectUri: withPort(config.intuit.redirectUri) })
  const secretKeys = await openSecretKeys(config)
  const services = await app.services({
    config: { ...config, publicUrl },
    intuit,
    secretKeys,
    stores,
    demoHostUrl: opened?.hostUrl,
    now,
    log,
  })
  const { quickbooks, hosts, webhooks, mail } = services
  const sandbox =
    opened &&
    quickbooks &&
    (await import('./demo/create-demo-sandbox.ts')).createDemoSandbox({
      opened,
      connections: quickbooks.connections,
      quickbooks: quickbooks.quickBooksOf(demoFirm.id),
      keys: stores.keys,
      mails:
        config.smtpUrl === undefined
          ? createMailFolder({ folder: path.join(config.dataDir, 'outbox'), firmId: demoFirm.id })
          : undefined,
      publicUrl,
      internalUrl,
      now,
      onBug: (error) => log.error({ err: error }, 'a bug'),
    })
  const live = openLive({
    stores,
    now,
    onError: (error) => log.error({ err: error }, 'a stream was not told'),
  })
  const handle = await app.http({
    config: { ...config, publicUrl },
    stores: { ...stores, issues },
    quickbooks,
    hosts,
    mailLinks: mail.signInMails,
    webhooks,
    sandbox: sandbox?.routes,
    live,
    newId: randomUUID,
    now,
    onBug: (error, requestId) => log.error({ requestId, err: error }, 'a bug'),
    isReady: async () => ready && (await answers(storage)),
    onAnswered: (request) => {
      metrics.countRequest(request)
      log[preparing ? 'debug' : 'info'](request, 'answered')
    },
  })
  server.off('request', hold).on('request', handle)
  for (const request of early) handle(...request)
  const measured =
    metricsPort === undefined ? undefined : await serveMetrics(metrics, { host, port: metricsPort })
  const stopHousekeeping = startHousekeeping({
    stores,
    connections: quickbooks?.connections,
    retentionDays: config.retentionDays,
    now,
    log,
  })
  const { leaseSeconds } = config
  const stopWork = startWork({ ...services, stores, leaseSeconds, now, log })
  const demo = config.demo ? startDemo() : undefined
  return {
    publicUrl,
    metricsUrl: measured && `http://${host}:${portOf(measured)}/metrics`,
    sandboxUrl: sandbox && `${publicUrl}/sandbox`,
    demo,
    stop: async () => {
      ready = false
      live.close()
      const rested = stopWork()
      // The demo's QuickBooks and practice software are served here: whoever is at work still needs them.
      if (sandbox) await rested
      await drain(server)
      measured?.close()
      await Promise.all([rested, stopHousekeeping()])
      await demo
      await sandbox?.close()
      await storage.close()
    },
  }

  /** It shares another secret with us after each start. */
  async function addressHost({ url, secret }: DemoSandbox['hostAddress']): Promise<void> {
    const sealed = await hosts.sealSecret?.(demoFirm.id, secret)
    if (sealed === undefined) return
    await stores.firms.patch(demoFirm.id, { host: { url, secret: sealed } }, undefined)
  }

  async function startDemo(): Promise<Demo | undefined> {
    try {
      const added = await addDemo({ ...stores, publicUrl, begin: () => sandbox?.begin(), now })
      if (sandbox) await addressHost(sandbox.hostAddress)
      await sandbox?.play()
      return added
    } catch (error) {
      // Stopping in the middle of it is no bug: the next start goes on.
      if (ready) log.error({ err: error }, 'the demo could not be prepared')
      return undefined
    } finally {
      preparing = false
    }
  }
}

/** Where this process reaches itself. */
function internalUrlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  const host =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[address] ?? (address.includes(':') ? `[${address}]` : address)
  return `http://${host}:${port}`
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function answers(storage: Storage): Promise<boolean> {
  try {
    await storage.ping()
    return true
  } catch {
    return false
  }
}
