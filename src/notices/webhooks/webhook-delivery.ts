import type { NoticeType } from '../../domain/notice.ts'
import type { UnreachableReason } from '../../outbound/post.ts'
import type { Collection } from '../../storage/collection.ts'

/** What became of telling one endpoint one notice. */
export interface WebhookDelivery {
  /** Of the endpoint and the notice. */
  readonly id: string
  readonly endpointId: string
  /** The firm that the notice is about. */
  readonly firmId: string
  readonly noticeId: string
  readonly type: NoticeType
  readonly subject: string
  readonly sequence: number
  readonly state: DeliveryState
  /** The newest tries, the oldest of them first. */
  readonly attempts: readonly WebhookAttempt[]
  readonly createdAt: string
  readonly expiresAt: string
}

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const

export type DeliveryState = (typeof deliveryStates)[number]

export interface WebhookAttempt {
  readonly at: string
  /** What it answered; null: nothing. */
  readonly status: number | null
  /** Why there is no answer. `secret`: none of our keys opens the secret to sign with. */
  readonly reason: UnreachableReason | 'secret' | null
  readonly milliseconds: number
}

export const webhookDeliveryDesign = {
  name: 'webhook_deliveries',
  fields: {
    firmId: 'firmId',
    endpointId: 'endpointId',
    state: 'state',
    createdAt: 'createdAt',
    expiresAt: 'expiresAt',
  },
  indexes: {
    firm: ['firmId', 'createdAt'],
    endpoint: ['endpointId', 'createdAt'],
    endpointState: ['endpointId', 'state', 'createdAt'],
    all: ['expiresAt'],
  },
} as const

export type WebhookDeliveries = Collection<WebhookDelivery, keyof typeof webhookDeliveryDesign.fields>
