import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { addressFault } from './address-fault.ts'
import type { Post, Posted, Posting, UnreachableReason } from './post.ts'

interface Needs {
  /** Whether private addresses may be called, and http be spoken. */
  readonly allowPrivate: boolean
  /** The one address that may be called whatever it is, to the letter; undefined: there is none. */
  readonly trusted?: string | undefined
  /** For the whole call, to the end of its answer. */
  readonly timeoutMilliseconds: number
  /** Beyond this an answer is not read. */
  readonly mostBytes: number
  /** Finds the addresses of names. */
  readonly lookup?: RequestOptions['lookup']
}

/**
 * Calls over HTTP. Addresses are looked at in the moment of connecting, so that no name leads elsewhere afterwards; each call
 * connects anew, and is never sent on to where an answer points.
 */
export function createPost(needs: Needs): Post {
  const { allowPrivate, trusted, timeoutMilliseconds, mostBytes, lookup } = needs
  const guarded = {
    'http:': new RequestFilteringHttpAgent(),
    'https:': new RequestFilteringHttpsAgent(),
  }

  async function send({ url, headers, body }: Posting, isFree: boolean): Promise<Posted> {
    const target = new URL(url)
    const isSecure = target.protocol === 'https:'
    const signal = AbortSignal.timeout(timeoutMilliseconds)
    const asking = (isSecure ? https : http).request(target, {
      method: 'POST',
      agent: isFree ? false : guarded[isSecure ? 'https:' : 'http:'],
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
      ...(lookup !== undefined && { lookup }),
    })
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        asking.on('response', resolve).on('error', reject).end(body)
      })
      const { statusCode = 0, headers: said } = answer
      const text = await textOf(answer, mostBytes)
      return { outcome: 'answered', status: statusCode, text, retryAfter: said['retry-after'] }
    } catch (error) {
      return unreachable(signal.aborted ? 'timeout' : isRefusal(error) ? 'address' : 'no-answer')
    } finally {
      asking.destroy()
    }
  }

  return async (posting) => {
    const { url } = posting
    const isTrusted = url === trusted
    if (addressFault(url, allowPrivate || isTrusted) !== undefined) return unreachable('address')
    return send(posting, allowPrivate || isTrusted)
  }
}

function unreachable(reason: UnreachableReason): Posted {
  return { outcome: 'unreachable', reason }
}

/** The agent tells its refusals by their words only. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^DNS lookup .* is not allowed\./u.test(error.message)
}

/** The text of an answer; undefined: it is longer than this. */
async function textOf(answer: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
