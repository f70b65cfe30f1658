import type { NotSent } from './not-sent.ts'
import type { TurnWish } from './rate-limit/turn-wish.ts'

export interface AccessToken {
  readonly realmId: string
  readonly accessToken: string
}

/** The right to call one firm's company: its token, and its share of QuickBooks' limits. */
export interface RealmAccess {
  /** A token that has not expired; it is renewed before, where it is needed. */
  token(): Promise<AccessToken | NotSent>
  /** QuickBooks did not take this token: another one, renewed at most once however many ask. */
  renewed(refused: AccessToken): Promise<AccessToken | NotSent>
  /** Waits for this call's turn. */
  reserve(call: TurnWish): Promise<'now' | NotSent>
  /** QuickBooks answered 429. */
  throttled(by: 'minute' | 'month'): Promise<NotSent>
  /** QuickBooks answered. */
  answered(): Promise<void>
}
