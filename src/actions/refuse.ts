import type { ActionStep } from '../domain/advance-action.ts'
import type { OutcomeReason } from '../domain/outcome-reason.ts'

/** Ends an action without anything having been sent. */
export function refuse(reason: OutcomeReason): ActionStep {
  return { step: 'refuse', reason, faults: [], reading: null }
}
