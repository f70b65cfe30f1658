/** Intuit's answer to a code or a refresh token; all times are ISO 8601. */
export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
  readonly accessExpiresAt: string
  readonly refreshExpiresAt: string
  /** Null: Intuit did not tell. */
  readonly hardExpiresAt: string | null
}

/**
 * How a call for tokens ended. `refused`: Intuit's error code, such as `invalid_grant`. `unreachable`: nothing was done.
 * `lost`: nobody knows whether the tokens were renewed.
 */
export type TokenOutcome =
  | { readonly outcome: 'tokens'; readonly tokens: Tokens }
  | { readonly outcome: 'refused'; readonly error: string }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'lost' }

/** Intuit's OAuth 2 server. Nothing here throws for what it says or fails to say; no outcome holds what was sent. */
export interface OAuth {
  /** Where a person agrees to the connection; undefined: Intuit cannot be reached. */
  authorizeUrl(state: string): Promise<string | undefined>
  exchange(code: string): Promise<TokenOutcome>
  refresh(refreshToken: string): Promise<TokenOutcome>
  /** False: nobody knows. */
  revoke(refreshToken: string): Promise<boolean>
}
