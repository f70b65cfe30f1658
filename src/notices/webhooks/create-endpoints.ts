import type { Position, Versioned } from '../../storage/collection.ts'
import type { HurryLanes } from './create-hurry-lanes.ts'
import type { EndpointSecrets } from './endpoint-secrets.ts'
import { MOST_ENDPOINTS } from './most-endpoints.ts'
import type { WebhookDeliveries } from './webhook-delivery.ts'
import type { WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'
import type { WebhookLanes } from './webhook-lane.ts'

interface Needs {
  readonly endpoints: WebhookEndpoints
  readonly lanes: WebhookLanes
  readonly deliveries: WebhookDeliveries
  /** Undefined: there is no key to seal secrets with. */
  readonly secrets: EndpointSecrets | undefined
  readonly hurry: HurryLanes
  readonly newId: () => string
  readonly now: () => Date
}

/** Whom an endpoint must belong to: a firm; null: whoever asks may see all. */
export type EndpointScope = string | null

export type EndpointWish = Pick<WebhookEndpoint, 'firmId' | 'url' | 'description' | 'types'>

export type EndpointChange = Partial<Pick<WebhookEndpoint, 'url' | 'description' | 'types' | 'state'>>

/** An endpoint, and its secret, this once. */
export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint
  readonly secret: string
}

/** How long a former secret signs along, so that nobody has to change it in the same moment. */
const BOTH_MILLISECONDS = 24 * 60 * 60 * 1000
const MOST_SECRETS = 4
const PAGE = 200

/** The endpoints of firms and of the host. */
export function createEndpoints(needs: Needs) {
  const { endpoints, lanes, deliveries, secrets, hurry, newId, now } = needs

  async function find(scope: EndpointScope, id: string): Promise<Versioned<WebhookEndpoint> | undefined> {
    const found = await endpoints.get(id)
    return scope === null || found?.doc.firmId === scope ? found : undefined
  }

  /** By when they were made. */
  async function list(
    firmId: string | null,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly WebhookEndpoint[]> {
    const page = await endpoints.page({ index: 'firm', equals: { firmId }, after, limit })
    return page.map(({ doc }) => doc)
  }

  return {
    get: async (scope: EndpointScope, id: string): Promise<WebhookEndpoint | undefined> =>
      (await find(scope, id))?.doc,

    list,

    async create(wish: EndpointWish): Promise<EndpointWithSecret | 'no-key' | 'too-many'> {
      if (secrets === undefined) return 'no-key'
      const known = await list(wish.firmId, undefined, MOST_ENDPOINTS)
      if (known.length === MOST_ENDPOINTS) return 'too-many'
      const id = `whe_${newId()}`
      const { secret, sealed } = await secrets.create({ id, firmId: wish.firmId })
      const at = now().toISOString()
      const doc: WebhookEndpoint = {
        ...wish,
        id,
        secrets: [{ sealed, expiresAt: null }],
        state: 'enabled',
        reason: null,
        failingSince: null,
        pausedUntil: null,
        callsDueAt: null,
        revision: 1,
        createdAt: at,
        updatedAt: at,
      }
      await endpoints.insert(doc)
      return { endpoint: doc, secret }
    },

    /** Undefined: there is none, or callers have seen another version. A new address is taken for one that works. */
    async change(
      scope: EndpointScope,
      id: string,
      { state, ...facts }: EndpointChange,
      ifRevision: number | undefined,
    ): Promise<WebhookEndpoint | undefined> {
      for (;;) {
        const known = await find(scope, id)
        if (known === undefined || (ifRevision !== undefined && known.doc.revision !== ifRevision)) {
          return undefined
        }
        const { doc: before, version } = known
        const isAnew =
          (state === 'enabled' && before.state === 'disabled') ||
          (facts.url !== undefined && facts.url !== before.url)
        const doc: WebhookEndpoint = {
          ...before,
          ...facts,
          ...(state === 'enabled' && { state, reason: null }),
          ...(state === 'disabled' && before.state === 'enabled' && { state, reason: 'asked' }),
          ...(isAnew && { failingSince: null, pausedUntil: null }),
          revision: before.revision + 1,
          updatedAt: now().toISOString(),
        }
        if (!(await endpoints.replace(doc, version))) continue
        if (isAnew || doc.state !== before.state) await hurry(id)
        return doc
      }
    },

    /** Removes it with all that it was told; false: there is none, or callers have seen another version. */
    async remove(scope: EndpointScope, id: string, ifRevision: number | undefined): Promise<boolean> {
      for (;;) {
        const known = await find(scope, id)
        if (known === undefined || (ifRevision !== undefined && known.doc.revision !== ifRevision))
          return false
        if (await endpoints.remove(id, known.version)) break
      }
      // What a crash leaves behind here expires.
      for (const kept of [lanes, deliveries]) {
        for (;;) {
          const page = await kept.page({ index: 'endpoint', equals: { endpointId: id }, limit: PAGE })
          if (page.length === 0) break
          for (const { doc, version } of page) await kept.remove(doc.id, version)
        }
      }
      return true
    },

    /** A new secret; the former one signs along for a day. Undefined: there is no such endpoint. */
    async rotateSecret(scope: EndpointScope, id: string): Promise<EndpointWithSecret | 'no-key' | undefined> {
      if (secrets === undefined) return 'no-key'
      for (;;) {
        const known = await find(scope, id)
        if (known === undefined) return undefined
        const { secret, sealed } = await secrets.create(known.doc)
        const at = now()
        const until = new Date(at.getTime() + BOTH_MILLISECONDS).toISOString()
        const former = known.doc.secrets
          .map((one) => ({ ...one, expiresAt: one.expiresAt ?? until }))
          .filter(({ expiresAt }) => expiresAt > at.toISOString())
        const doc: WebhookEndpoint = {
          ...known.doc,
          secrets: [{ sealed, expiresAt: null }, ...former].slice(0, MOST_SECRETS),
          revision: known.doc.revision + 1,
          updatedAt: at.toISOString(),
        }
        if (await endpoints.replace(doc, known.version)) return { endpoint: doc, secret }
      }
    },
  }
}

export type Endpoints = ReturnType<typeof createEndpoints>
