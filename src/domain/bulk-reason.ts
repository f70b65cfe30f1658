import type { ActionRefusal } from './action-refusal.ts'
import type { OutcomeReason } from './outcome-reason.ts'

/** Why nothing comes of a bulk action for one issue: what its action says, or why there is none. */
export type BulkReason = OutcomeReason | ActionRefusal | 'not-found' | 'changed'
