/** One call of another program. */
export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came of a call. */
export type Posted =
  | {
      readonly outcome: 'answered'
      readonly status: number
      /** Undefined: it is longer than anybody reads. */
      readonly text: string | undefined
      /** When it wants to be called again, as it says. */
      readonly retryAfter: string | undefined
    }
  | { readonly outcome: 'unreachable'; readonly reason: UnreachableReason }

/** `address`: nothing was sent, since the address is not one that we call. */
export type UnreachableReason = 'address' | 'timeout' | 'no-answer'

/** Calls another program, once, and follows it nowhere. */
export type Post = (posting: Posting) => Promise<Posted>
