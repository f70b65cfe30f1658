import type { NotSent } from '../../../quickbooks/not-sent.ts'
import type { RecordRef } from '../records/record-ref.ts'

/** A record that was not sent, and can be pushed later as it is. */
export type Waiting =
  | { readonly outcome: 'waiting'; readonly waitingFor: 'record'; readonly record: RecordRef }
  | { readonly outcome: 'waiting'; readonly waitingFor: NotSent['waitingFor'] | 'answer' }
