import type { BooksEntity } from './books-entity.ts'
import type { NotSent } from './not-sent.ts'
import type { Refusal } from './refusal.ts'

/** How a write ended. `unknown`: it may be in the books or not; the same request id, or a look at the books, tells. */
export type WriteOutcome =
  | { readonly outcome: 'succeeded'; readonly entity: BooksEntity; readonly intuitTid: string | null }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'unknown'
      readonly reason: 'timeout' | 'reset' | 'bad-gateway' | 'half-answer'
      readonly intuitTid: string | null
    }
  | NotSent
