import { addNotice } from '../../domain/add-notice.ts'
import type { SentWebhook } from './create-send-webhook.ts'
import type { HurryLanes } from './create-hurry-lanes.ts'
import { isDelivered } from './is-delivered.ts'
import type { WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'

interface Needs {
  readonly endpoints: WebhookEndpoints
  readonly hurry: HurryLanes
  readonly newId: () => string
  readonly now: () => Date
  /** Somebody is to be told something. */
  readonly onNews: () => void
  /** The host's own endpoint is disabled, of which no firm can be told. */
  readonly onHostDisabled: (endpoint: WebhookEndpoint) => void
}

export type NoteAttempt = (endpointId: string, sent: SentWebhook) => Promise<void>

const GONE = 410
/** After so long without any success it is called no more. */
const PATIENCE_MILLISECONDS = 5 * 24 * 60 * 60 * 1000
/** A success after less than this says nothing about what else waits: one event alone may be refused. */
const OUTAGE_MILLISECONDS = 60 * 1000

/** Keeps with an endpoint how calls of it end: since when they fail, and whether it is to be called at all. */
export function createNoteAttempt(needs: Needs): NoteAttempt {
  const { endpoints, hurry, now, onNews, onHostDisabled } = needs

  return async (endpointId, sent) => {
    for (;;) {
      const known = await endpoints.get(endpointId)
      if (known?.doc.state !== 'enabled') return
      const at = now()
      const before = known.doc
      const after = isDelivered(sent.attempt) ? succeeded(before, at) : failed(before, sent, at)
      if (after === undefined) return
      if (!(await endpoints.replace(after, known.version))) continue
      if (after.state === 'disabled') {
        if (after.firmId === null) onHostDisabled(after)
        else onNews()
      } else if (after.failingSince === null && wasOut(before, at)) {
        await hurry(endpointId)
      }
      return
    }
  }

  /** Undefined: nothing is new. */
  function succeeded(endpoint: WebhookEndpoint, at: Date): WebhookEndpoint | undefined {
    if (endpoint.failingSince === null && endpoint.pausedUntil === null) return undefined
    return seen({ ...endpoint, failingSince: null, pausedUntil: null }, at)
  }

  function failed(
    endpoint: WebhookEndpoint,
    { attempt, pauseMilliseconds }: SentWebhook,
    at: Date,
  ): WebhookEndpoint | undefined {
    const failingSince = endpoint.failingSince ?? at.toISOString()
    if (attempt.status === GONE) return disabled({ ...endpoint, failingSince }, 'gone', at)
    if (at.getTime() - Date.parse(failingSince) >= PATIENCE_MILLISECONDS) {
      return disabled(endpoint, 'failing', at)
    }
    if (endpoint.failingSince !== null && pauseMilliseconds === undefined) return undefined
    const pausedUntil =
      pauseMilliseconds === undefined
        ? endpoint.pausedUntil
        : new Date(at.getTime() + pauseMilliseconds).toISOString()
    return seen({ ...endpoint, failingSince, pausedUntil }, at)
  }

  function disabled(endpoint: WebhookEndpoint, reason: 'gone' | 'failing', at: Date): WebhookEndpoint {
    const { id, firmId, url, outbox } = endpoint
    // What waits is looked at now, and is not told any more.
    const off = seen({ ...endpoint, state: 'disabled', reason, callsDueAt: at.toISOString() }, at)
    if (firmId === null) return off
    const draft = { type: 'webhook-endpoint.disabled', endpoint: { id, url, reason } } as const
    const origin = { firmId, subject: id, now: at.toISOString(), newId: needs.newId }
    return { ...off, outbox: addNotice(outbox, draft, origin) }
  }
}

/** Callers see that it has changed. */
function seen(endpoint: WebhookEndpoint, at: Date): WebhookEndpoint {
  return { ...endpoint, revision: endpoint.revision + 1, updatedAt: at.toISOString() }
}

function wasOut({ failingSince, pausedUntil }: WebhookEndpoint, at: Date): boolean {
  if (pausedUntil !== null) return true
  return failingSince !== null && at.getTime() - Date.parse(failingSince) >= OUTAGE_MILLISECONDS
}
