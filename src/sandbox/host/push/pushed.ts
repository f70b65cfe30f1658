import type { PushFailure } from './push-failure.ts'
import type { Waiting } from './waiting.ts'

/** How the push of a record ended. */
export type Pushed =
  | { readonly outcome: 'synced'; readonly quickbooksId: string }
  | { readonly outcome: 'failed'; readonly failure: PushFailure }
  | Waiting
  /** A person said to leave it alone. */
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'unknown-record' }
