import type { Actor } from '../../domain/actor.ts'
import type { EndpointNotice } from '../../domain/notice.ts'
import type { Money } from '../../domain/money.ts'
import type { RetryClass } from '../../domain/retry-class.ts'

/** What a mail tells a firm's owner or admin, in no language yet. */
export interface MailContent {
  /** What arose, came back or got another cause, by its cause. */
  readonly news: readonly CauseGroup[]
  /** How many actions have begun to wait until the firm is connected again. */
  readonly waiting: number
  readonly connection: ConnectionNews | null
  readonly endpoints: readonly EndpointNotice['endpoint'][]
  /** What was told before, and is settled now. */
  readonly settled: readonly SettledRecord[]
  /** How many arose and were settled since the last mail. */
  readonly passing: number
  /** What stays unresolved for more than a day, where it is time to remind of that. */
  readonly stale: readonly CauseGroup[]
  /** How many issues of the firm are open now. */
  readonly open: number
}

export interface CauseGroup {
  /** The slug of the error item, or `unrecognized`. */
  readonly item: string
  readonly count: number
  /** How many of them came back, or had another cause before. */
  readonly reopened: number
  readonly changed: number
  readonly atStake: readonly Money[]
  /** Some of them. */
  readonly records: readonly NamedRecord[]
  /** Who acts next; null: we cannot tell. */
  readonly retry: RetryClass | null
}

export interface NamedRecord {
  readonly label: string
  readonly client: string | null
  readonly money: Money | null
}

export interface SettledRecord extends NamedRecord {
  /** `synced`: the practice software told so. */
  readonly how: 'synced' | 'resynced' | 'linked' | 'deleted'
  readonly by: Doer
}

/** Who did something, and the member's name, if it was a member who is known. */
export interface Doer {
  readonly actor: Actor
  readonly name: string | null
}

export type ConnectionNews =
  | {
      readonly state: 'lost'
      readonly companyName: string | null
      /** Who ended it; null: Intuit. */
      readonly by: Doer | null
    }
  | {
      readonly state: 'ending'
      readonly companyName: string | null
      readonly endsAt: string
      readonly daysLeft: number
    }
