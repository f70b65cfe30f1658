import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Metrics } from './create-metrics.ts'

interface Address {
  readonly host: string
  readonly port: number
}

/** Serves `/metrics` on an address of its own, so that whoever reads the service's pages does not read this. */
export async function serveMetrics(metrics: Metrics, { host, port }: Address): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    void metrics.text().then((text) => response.setHeader('Content-Type', metrics.contentType).end(text))
  })
  server.listen(port, host)
  await once(server, 'listening')
  return server
}
