import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly token: string
  /** JSON, or undefined where there was no body. */
  readonly body: unknown
}

export type Answering = (response: ServerResponse, seen: SeenRequest) => void

export interface FaultServer {
  /** Ends in `/v3`. */
  readonly apiUrl: string
  readonly seen: SeenRequest[]
  /** How the next requests are answered, in order; the last of these answers all that follow. */
  answer(...answers: readonly Answering[]): void
  stop(): Promise<void>
}

/** A server of any behaviour in the place of QuickBooks, on a free port of this machine. */
export async function startFaultServer(): Promise<FaultServer> {
  const seen: SeenRequest[] = []
  let waiting: Answering[] = []
  const server = createServer((request, response) => void take(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `${url}/v3`,
    seen,
    answer: (...answers) => {
      waiting = [...answers]
      seen.length = 0
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const { pathname, searchParams } = new URL(request.url ?? '', url)
    const one: SeenRequest = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      token: request.headers.authorization?.replace('Bearer ', '') ?? '',
      body: body === '' ? undefined : JSON.parse(body),
    }
    seen.push(one)
    const [answer, ...more] = waiting
    if (more.length > 0) waiting = more
    answer?.(response, one)
  }
}

/** An answer with this status, and JSON or, of a text, HTML. */
export function saying(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Answering {
  return (response) => {
    const type = typeof body === 'string' ? 'text/html' : 'application/json;charset=UTF-8'
    response.writeHead(status, { 'Content-Type': type, intuit_tid: '1-67f0-tid', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

/** A fault as the accounting service writes it. */
export function faultBody(code: string, message: string, detail: string, type = 'ValidationFault'): object {
  return {
    Fault: { Error: [{ Message: message, Detail: detail, code, element: '' }], type },
    time: '2026-03-02T09:41:00.000-08:00',
  }
}

/** A fault as the gateway before it writes it. */
export function gatewayBody(name: string, code: number, status: number, detail: string | null): object {
  const message = `message=${name}; errorCode=00${code}; statusCode=${status}`
  return {
    warnings: null,
    intuitObject: null,
    fault: { error: [{ message, detail, code: String(code), element: null }], type: 'SERVICE' },
    queryResponse: null,
    batchItemResponse: [],
    time: 1601391072830,
  }
}

/** The beginning of an answer, after which the connection ends. */
export const halfAnswer: Answering = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' })
  response.write('{"Invoice":{"Id":"1"', () => response.socket?.destroy())
}

export const reset: Answering = (response) => response.socket?.resetAndDestroy()

export const hang: Answering = () => undefined

/** A byte now and then, for ever. */
export const drip: Answering = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 5)
  response.on('close', () => clearInterval(timer))
}

/** What QuickBooks answers where all is well. */
export const success: Answering = (response, seen) => saying(200, goodAnswer(seen))(response, seen)

function goodAnswer({ path, query, body }: SeenRequest): object {
  const entity = { Id: '7', SyncToken: '0' }
  const kind = path.split('/')[4]
  switch (kind) {
    case 'query':
      return { QueryResponse: { Customer: [entity], startPosition: 1, maxResults: 1 } }
    case 'batch': {
      const { BatchItemRequest: items } = body as { BatchItemRequest: { bId: string }[] }
      const answers = items.map(({ bId }) => ({ bId, QueryResponse: { Customer: [{ ...entity, Id: bId }] } }))
      // In any order: only the bId tells.
      return { BatchItemResponse: answers.reverse() }
    }
    case 'cdc':
      return {
        CDCResponse: [
          {
            QueryResponse: (query.get('entities') ?? '').split(',').map((name) => ({
              [name]: [entity, { domain: 'QBO', status: 'Deleted', Id: '8' }],
            })),
          },
        ],
      }
    default:
      return Object.fromEntries(
        ['Invoice', 'Customer', 'Preferences', 'CompanyInfo'].map((name) => [name, entity]),
      )
  }
}
