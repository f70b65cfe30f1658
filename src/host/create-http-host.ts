import { Webhook } from 'standardwebhooks'
import { hostPayload } from './host-payload.ts'
import type { Host, HostPayload, HostRecord, Unreachable } from './host.ts'

interface Needs {
  readonly url: string
  /** As Standard Webhooks writes it (`whsec_…`). */
  readonly secret: string
  readonly newId: () => string
  readonly now: () => Date
  readonly timeoutMilliseconds: number
}

interface Answer {
  readonly status: number
  readonly json: unknown
}

/** Beyond this an answer is not read. */
const MOST_BYTES = 1024 * 1024

/** A host over HTTP: each call is a POST, signed as Standard Webhooks has it. */
export function createHttpHost({ url, secret, newId, now, timeoutMilliseconds }: Needs): Host {
  const webhook = new Webhook(secret)

  async function call(
    type: string,
    data: Readonly<Record<string, unknown>>,
    callId: string,
  ): Promise<Answer | Unreachable> {
    const at = now()
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMilliseconds),
        headers: {
          'content-type': 'application/json',
          'webhook-id': callId,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': webhook.sign(callId, at, body),
        },
      })
      const text = await textOf(response)
      if (text === undefined) return unreachable('an answer that is too long')
      return { status: response.status, json: text === '' ? undefined : JSON.parse(text) }
    } catch (error) {
      return unreachable(error instanceof SyntaxError ? 'an answer that is no JSON' : 'no answer')
    }
  }

  const refOf = ({ type, id }: HostRecord) => ({ record: { type, id } })

  return {
    async read(record): Promise<HostPayload> {
      const answer = await call('record.read', refOf(record), newId())
      if ('outcome' in answer) return answer
      if (answer.status === 404 || answer.status === 410) return { outcome: 'gone' }
      const read = hostPayload.safeParse(answer.json)
      if (answer.status !== 200 || !read.success) return unreachable(`status ${answer.status}`)
      const { entity, operation, body, quickbooksId, requestId = null, dependsOn, refusal } = read.data
      if (refusal) return { outcome: 'refused', error: refusal.error }
      if (quickbooksId && body === null) return { outcome: 'in-books', quickbooksId }
      if (entity === null || operation === null || body === null) return { outcome: 'waiting', dependsOn }
      const at = now().toISOString()
      const payload = { entity, operation, body, requestId, dependsOn, source: 'host' as const, at }
      return { outcome: 'read', payload }
    },

    async synced(record, quickbooksId, callId) {
      const answer = await call('record.synced', { ...refOf(record), quickbooksId }, callId)
      return isDone(answer) ? { outcome: 'told' } : unreachableOf(answer)
    },

    async push(record, callId) {
      const answer = await call('record.push', refOf(record), callId)
      return isDone(answer) ? { outcome: 'accepted' } : unreachableOf(answer)
    },

    async skipped(record, callId) {
      const answer = await call('record.skipped', refOf(record), callId)
      return isDone(answer) ? { outcome: 'told' } : unreachableOf(answer)
    },

    async reopened(record, callId) {
      const answer = await call('record.reopened', refOf(record), callId)
      return isDone(answer) ? { outcome: 'told' } : unreachableOf(answer)
    },

    async deleteService(record, callId) {
      const answer = await call('service.delete', refOf(record), callId)
      // Gone is gone, whoever did it.
      if (isDone(answer) || ('status' in answer && answer.status === 404)) return { outcome: 'deleted' }
      if ('status' in answer && answer.status === 409) return { outcome: 'in-use' }
      return unreachableOf(answer)
    },
  }
}

function unreachable(reason: string): Unreachable {
  return { outcome: 'unreachable', reason }
}

function unreachableOf(answer: Answer | Unreachable): Unreachable {
  return 'outcome' in answer ? answer : unreachable(`status ${answer.status}`)
}

function isDone(answer: Answer | Unreachable): boolean {
  return 'status' in answer && answer.status >= 200 && answer.status < 300
}

async function textOf(response: Response): Promise<string | undefined> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_BYTES) return undefined
  }
  return text + decoder.decode()
}
