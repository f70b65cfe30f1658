import { Webhook } from 'standardwebhooks'
import { hostPayload } from './host-payload.ts'
import type { Host, HostPayload, HostRecord, Unreachable } from './host.ts'
import type { Post, UnreachableReason } from '../outbound/post.ts'

interface Needs {
  readonly url: string
  /** As Standard Webhooks writes it (`whsec_…`). */
  readonly secret: string
  readonly newId: () => string
  readonly now: () => Date
  readonly post: Post
}

interface Answer {
  readonly status: number
  readonly json: unknown
}

/** A host over HTTP: each call is a POST, signed as Standard Webhooks has it. */
export function createHttpHost({ url, secret, newId, now, post }: Needs): Host {
  const webhook = new Webhook(secret)

  async function call(
    type: string,
    data: Readonly<Record<string, unknown>>,
    callId: string,
  ): Promise<Answer | Unreachable> {
    const at = now()
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
    const posted = await post({
      url,
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': callId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(callId, at, body),
      },
    })
    if (posted.outcome === 'unreachable') return unreachable(REASONS[posted.reason])
    const { status, text } = posted
    if (text === undefined) return unreachable('an answer that is too long')
    try {
      return { status, json: text === '' ? undefined : JSON.parse(text) }
    } catch {
      return unreachable('an answer that is no JSON')
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

const REASONS: Readonly<Record<UnreachableReason, string>> = {
  address: 'an address that is not called',
  timeout: 'no answer in time',
  'no-answer': 'no answer',
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
