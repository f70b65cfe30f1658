import { afterAll, jest } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

/** A message as its receiver has it, verified. */
export interface Received {
  readonly id: string
  readonly type: string
  readonly data: {
    readonly firmId: string | null
    readonly sequence: number
    readonly issue?: { readonly id: string }
  }
}

export interface WebhookReceiver {
  readonly url: string
  /** What was verified and taken, in order, repetitions too. */
  readonly received: Received[]
  /** All that came, as text, taken or not. */
  readonly came: { readonly headers: IncomingMessage['headers']; readonly body: string }[]
  /** What messages are verified with; without one, everything is refused. */
  secrets: readonly string[]
  /** What it answers a message that is verified; it takes those that it answers with 2xx. */
  respond: (response: ServerResponse, message: Received) => void
}

const servers: Server[] = []

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

/** Somebody who receives webhooks at a real socket, and verifies them with the official package, by this clock. */
export async function webhookReceiver(now: () => Date): Promise<WebhookReceiver> {
  const server = createServer((request, response) => void take(request, response))

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    receiver.came.push({ headers: request.headers, body })
    const message = verified(body, request.headers)
    if (message === undefined) {
      response.writeHead(401).end()
      return
    }
    response.on('finish', () => {
      if (response.statusCode < 300) receiver.received.push(message)
    })
    receiver.respond(response, message)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received: [],
    came: [],
    secrets: [],
    respond: (response) => void response.writeHead(204).end(),
  }

  function verified(body: string, headers: IncomingMessage['headers']): Received | undefined {
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    // The package looks at the clock of this machine.
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now().getTime())
    try {
      for (const secret of receiver.secrets) {
        try {
          return new Webhook(secret).verify(body, signed) as Received
        } catch {
          continue
        }
      }
      return undefined
    } finally {
      clock.mockRestore()
    }
  }

  return receiver
}
