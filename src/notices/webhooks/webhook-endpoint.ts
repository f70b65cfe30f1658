import type { NoticeType } from '../../domain/notice.ts'
import type { Outbox } from '../../domain/outbox.ts'
import type { Collection } from '../../storage/collection.ts'

/** Another program that is told what is told to people, too. */
export interface WebhookEndpoint {
  readonly id: string
  /** Null: it is the host's own, and is told of all firms. */
  readonly firmId: string | null
  readonly url: string
  readonly description: string | null
  /** What it is told; null: everything. */
  readonly types: readonly NoticeType[] | null
  /** The newest first; the others sign along until they are over. */
  readonly secrets: readonly EndpointSecret[]
  readonly state: 'enabled' | 'disabled'
  /** Why it is disabled: somebody wished so, it said that it is gone, or nothing reached it for days. */
  readonly reason: 'asked' | 'gone' | 'failing' | null
  /** Nothing has reached it since then; null: the last call did. */
  readonly failingSince: string | null
  /** It asked not to be called before. */
  readonly pausedUntil: string | null
  /** When somebody is to look at its lanes next; null: nothing waits in them. */
  readonly callsDueAt: string | null
  /** How often anything of it changed that callers see. */
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly outbox?: Outbox
}

export interface EndpointSecret {
  readonly sealed: string
  /** Null: it is the one that counts. */
  readonly expiresAt: string | null
}

export const webhookEndpointDesign = {
  name: 'webhook_endpoints',
  fields: {
    firmId: 'firmId',
    createdAt: 'createdAt',
    callsDueAt: 'callsDueAt',
    outboxDueAt: 'outbox.dueAt',
  },
  indexes: {
    firm: ['firmId', 'createdAt'],
    // Across firms: who is to be called, and what is to be told.
    callsDue: ['callsDueAt'],
    outboxDue: ['outboxDueAt'],
    all: ['createdAt'],
  },
  sparse: ['callsDue', 'outboxDue'],
} as const

export type WebhookEndpoints = Collection<WebhookEndpoint, keyof typeof webhookEndpointDesign.fields>
