import type { NotSent } from './not-sent.ts'
import type { Refusal } from './refusal.ts'

/** How a read ended. A failed read can always be made again. */
export type ReadOutcome<T> =
  | { readonly outcome: 'read'; readonly value: T }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'failed'; readonly reason: 'timeout' | 'reset' | 'bad-gateway' | 'half-answer' }
  | NotSent
