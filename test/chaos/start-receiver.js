import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'

const SLOWEST_MILLISECONDS = 100

/** A receiver of webhooks that takes its time, and now and then takes nothing. */
export async function startReceiver(random) {
  const secrets = new Map()
  const calls = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = request.headers
    // The clock of whoever signs runs too fast for the package's own check of the time.
    const right = new Webhook(secrets.get(request.url)).sign(id, new Date(Number(timestamp) * 1000), body)
    if (!signature.split(' ').includes(right)) {
      response.writeHead(401).end()
      return
    }
    if (random() < 0.1) {
      response.writeHead(503).end()
      return
    }
    calls.push({ at: Date.now(), path: request.url, id, body: JSON.parse(body) })
    await wait(random() * SLOWEST_MILLISECONDS)
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    secrets,
    calls,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
