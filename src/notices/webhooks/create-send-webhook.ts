import { Webhook } from 'standardwebhooks'
import type { Post } from '../../outbound/post.ts'
import type { EndpointSecrets } from './endpoint-secrets.ts'
import { retryAfter } from './retry-after.ts'
import type { WebhookAttempt } from './webhook-delivery.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

interface Needs {
  readonly post: Post
  /** Undefined: there is no key to open secrets with. */
  readonly secrets: EndpointSecrets | undefined
  readonly now: () => Date
}

/** A try, and how long the endpoint wants to be left alone. */
export interface SentWebhook {
  readonly attempt: WebhookAttempt
  readonly pauseMilliseconds: number | undefined
}

export type SendWebhook = (
  endpoint: Pick<WebhookEndpoint, 'id' | 'firmId' | 'url' | 'secrets'>,
  message: { readonly id: string },
) => Promise<SentWebhook>

/** These say that it is too much, and when to come again. */
const BUSY = [429, 503]

/** Tells an endpoint something, once, signed as Standard Webhooks has it with every secret that counts now. */
export function createSendWebhook({ post, secrets, now }: Needs): SendWebhook {
  return async (endpoint, message) => {
    const begun = now()
    const at = begun.toISOString()
    const keys = await secrets?.open(endpoint, at)
    if (keys === undefined) {
      return {
        attempt: { at, status: null, reason: 'secret', milliseconds: 0 },
        pauseMilliseconds: undefined,
      }
    }
    const body = JSON.stringify(message)
    const posted = await post({
      url: endpoint.url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'SyncDoctor',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(begun.getTime() / 1000)),
        'webhook-signature': keys.map((key) => new Webhook(key).sign(message.id, begun, body)).join(' '),
      },
    })
    const milliseconds = now().getTime() - begun.getTime()
    if (posted.outcome === 'unreachable') {
      const { reason } = posted
      return { attempt: { at, status: null, reason, milliseconds }, pauseMilliseconds: undefined }
    }
    const { status } = posted
    return {
      attempt: { at, status, reason: null, milliseconds },
      pauseMilliseconds: BUSY.includes(status) ? retryAfter(posted.retryAfter, now()) : undefined,
    }
  }
}
