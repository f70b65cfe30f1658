import type { Versioned } from '../../storage/collection.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'
import type { WebhookLane, WebhookLanes } from './webhook-lane.ts'

/** A lane that we hold the lease of, and the endpoint that it leads to. */
export interface HeldLane {
  readonly lane: WebhookLane
  readonly endpoint: WebhookEndpoint
  /** Changes it, whatever else comes in meanwhile; undefined: somebody else has taken over, or it is gone. */
  readonly change: (next: (lane: WebhookLane) => WebhookLane) => Promise<WebhookLane | undefined>
}

interface Claim {
  readonly endpoint: WebhookEndpoint
  readonly token: string
  /** Others leave it alone until then. */
  readonly until: string
}

/** Takes a lane; undefined: it has changed meanwhile. */
export async function holdLane(
  lanes: WebhookLanes,
  { doc, version }: Versioned<WebhookLane>,
  { endpoint, token, until }: Claim,
): Promise<HeldLane | undefined> {
  const lane: WebhookLane = { ...doc, lease: token, dueAt: until }
  if (!(await lanes.replace(lane, version))) return undefined
  return {
    lane,
    endpoint,
    async change(next) {
      for (;;) {
        const known = await lanes.get(doc.id)
        if (known?.doc.lease !== token) return undefined
        const changed = next(known.doc)
        if (await lanes.replace(changed, known.version)) return changed
      }
    },
  }
}
