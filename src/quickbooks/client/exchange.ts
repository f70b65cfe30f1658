import { AsyncLocalStorage } from 'node:async_hooks'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Answer, Lost } from './answer.ts'
import { lostBecause } from './lost-because.ts'

interface Bounds {
  /** For all of it. */
  readonly milliseconds: number
  readonly requestBytes: number
  readonly answerBytes: number
}

interface Call {
  readonly settings: Readonly<Record<string, unknown>>
  /** What the HTTP client told, before node-quickbooks made something else of it. */
  seen?: Answer | { readonly code?: string | undefined }
}

/** What we use of the HTTP client that node-quickbooks calls. */
interface Axios {
  readonly interceptors: {
    readonly request: { use(change: (config: { url?: string }) => object): void }
    readonly response: {
      use(answered: (response: unknown) => unknown, failed: (error: unknown) => unknown): void
    }
  }
}

const calls = new AsyncLocalStorage<Call>()

// Each in its turn, so that none is closed for want of use when many are needed at once.
const connections = { keepAlive: true, scheduling: 'fifo' } as const
const agents = { httpAgent: new HttpAgent(connections), httpsAgent: new HttpsAgent(connections) }

// Its defaults are also those of others who call something else; only what is called from here is changed.
const { interceptors } = createRequire(createRequire(import.meta.url).resolve('node-quickbooks'))(
  'axios',
) as Axios
interceptors.request.use((config) => {
  const call = calls.getStore()
  // A URL cannot hold tabs and line breaks: they would fall out of a query's values.
  const url = config.url?.replace(/[\t\r\n]/gu, encodeURIComponent)
  return call === undefined ? config : Object.assign(config, call.settings, { url })
})
interceptors.response.use(
  (response) => {
    const call = calls.getStore()
    if (call !== undefined) call.seen = answerOf(response)
    return response
  },
  (error: unknown) => {
    const call = calls.getStore()
    if (call !== undefined) call.seen = failed.parse(error)
    // As it came: the error is another's.
    throw error
  },
)

const answered = z.object({
  status: z.number(),
  data: z.string(),
  headers: z.looseObject({
    intuit_tid: z
      .string()
      .regex(/^[\w-]{1,100}$/u)
      .nullable()
      .catch(null),
  }),
})
const failed = z.object({ code: z.string().optional().catch(undefined) })

function answerOf(response: unknown): Answer {
  const { status, data: text, headers } = answered.parse(response)
  return { status, text, body: parsed(text), intuitTid: headers.intuit_tid }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Makes one request by a call of node-quickbooks, and tells what came back. What the library tells of it is not looked at:
 * it takes text for entities, and its errors carry the token.
 */
export async function exchange(
  { milliseconds, requestBytes, answerBytes }: Bounds,
  start: (done: () => void) => void,
): Promise<Answer | Lost> {
  const call: Call = {
    settings: {
      signal: AbortSignal.timeout(milliseconds),
      maxRedirects: 0,
      maxBodyLength: requestBytes,
      maxContentLength: answerBytes,
      proxy: false,
      ...agents,
      // Every status is an answer, so that an error is always one of transport.
      validateStatus: null,
      transformResponse: (text: unknown) => text,
    },
  }
  await new Promise<void>((resolve) => calls.run(call, () => start(resolve)))
  const { seen } = call
  if (seen === undefined) throw new Error('node-quickbooks made no request.')
  return 'status' in seen ? seen : lostBecause(seen.code)
}
