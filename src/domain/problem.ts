/** The refusals of our API; each is a page under `/problems/`. */
export const problemStatus = {
  'invalid-request': 400,
  'invalid-json': 400,
  'idempotency-key-required': 400,
  unauthenticated: 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'action-not-available': 409,
  'request-in-flight': 409,
  'quickbooks-not-set-up': 409,
  'quickbooks-not-connected': 409,
  'secrets-not-set-up': 409,
  'too-many-webhook-endpoints': 409,
  'webhook-endpoint-disabled': 409,
  'precondition-failed': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'rate-limited': 429,
  'too-many-streams': 429,
  'internal-error': 500,
  'not-ready': 503,
  'quickbooks-unreachable': 503,
} as const

export type ProblemCode = keyof typeof problemStatus

/** One thing wrong with a request. */
export interface RequestFault {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** JSON pointer into that part. */
  readonly pointer: string
  /** What is wrong, e.g. `required`. */
  readonly code: string
  /** What would have been right: a number, or words. */
  readonly expected?: string
}

/** A refusal, not yet in anybody's language. */
export interface Problem {
  readonly problem: ProblemCode
  /** Why, where one problem has several reasons. */
  readonly reason?: string
  readonly errors?: readonly RequestFault[]
  readonly headers?: Readonly<Record<string, string>>
}
