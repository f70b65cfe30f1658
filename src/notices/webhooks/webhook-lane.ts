import type { Collection } from '../../storage/collection.ts'

/** What one endpoint is still to be told of one subject, in order: the next one waits until the first is over. */
export interface WebhookLane {
  /** Of the endpoint, the firm and the subject. */
  readonly id: string
  readonly endpointId: string
  readonly firmId: string
  readonly queue: readonly QueuedDelivery[]
  /** The last notice that came in; one that comes in again is not told again. */
  readonly lastSequence: number
  readonly lastAt: string
  /** When the next try of the first one counts; null: at once. Tries before that are made, and do not count. */
  readonly scheduledAt: string | null
  /** Null: nothing is to be told. */
  readonly dueAt: string | null
  /** Who is at it, until it is due. */
  readonly lease: string | null
  readonly expiresAt: string
}

export interface QueuedDelivery {
  readonly noticeId: string
  /** In its firm's log. */
  readonly place: string
  readonly tries: number
}

export const webhookLaneDesign = {
  name: 'webhook_lanes',
  fields: { firmId: 'firmId', endpointId: 'endpointId', dueAt: 'dueAt', expiresAt: 'expiresAt' },
  indexes: {
    firm: ['firmId', 'expiresAt'],
    endpoint: ['endpointId', 'expiresAt'],
    endpointDue: ['endpointId', 'dueAt'],
    all: ['expiresAt'],
  },
  sparse: ['endpointDue'],
} as const

export type WebhookLanes = Collection<WebhookLane, keyof typeof webhookLaneDesign.fields>
