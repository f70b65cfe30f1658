import express, { type Response, Router } from 'express'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import type { CallAnswer, HostStore } from '../records/host-store.ts'
import type { HostCall } from './host-call.ts'
import { hostCall } from './host-call.ts'

interface Needs {
  readonly store: HostStore
  /** Shared with SyncDoctor, as Standard Webhooks writes it (`whsec_…`). */
  readonly secret: string
  readonly answer: (call: HostCall) => Promise<CallAnswer>
}

const BODY_LIMIT = 64 * 1024

/** Takes SyncDoctor's signed calls at `POST /_host/calls`; what each means stands with `hostCall`. */
export function createCalls({ store, secret, answer }: Needs): Router {
  const webhook = new Webhook(secret)
  const router = Router()

  router.post(
    '/_host/calls',
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    async (request, response) => {
      const callId = request.get('webhook-id') ?? ''
      const said = verified(request.body, {
        'webhook-id': callId,
        'webhook-timestamp': request.get('webhook-timestamp') ?? '',
        'webhook-signature': request.get('webhook-signature') ?? '',
      })
      if (said === undefined) {
        send(response, { status: 401, body: { error: 'wrong-signature' } })
        return
      }
      const call = hostCall.safeParse(said.json)
      if (!call.success) {
        send(response, { status: 400, body: { error: 'unknown-call' } })
        return
      }
      const known = store.answerTo(callId)
      const given = known ?? (await answer(call.data))
      // A repeated question is answered anew: what it asks for may have changed.
      if (known === undefined && call.data.type !== 'record.read') {
        store.change({ answered: { callId, answer: given } })
      }
      send(response, given)
    },
  )
  return router

  /** What was signed; undefined: nobody who knows the secret said it just now. */
  function verified(body: unknown, headers: Record<string, string>): { readonly json: unknown } | undefined {
    if (!Buffer.isBuffer(body)) return undefined
    try {
      return { json: webhook.verify(body, headers) }
    } catch (error) {
      if (error instanceof WebhookVerificationError) return undefined
      if (error instanceof SyntaxError) return { json: undefined }
      throw error
    }
  }
}

function send(response: Response, { status, body }: CallAnswer): void {
  if (body === null) response.status(status).end()
  else response.status(status).json(body)
}
