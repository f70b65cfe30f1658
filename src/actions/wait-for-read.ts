import type { Action } from '../domain/action.ts'
import type { ActionStep } from '../domain/advance-action.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'
import { putOff } from './put-off.ts'
import type { Work } from './work.ts'

type Failed = Exclude<ReadOutcome<never>, { readonly outcome: 'read' }>

/** What becomes of an action when the books could not be read: nothing is sent blindly. */
export async function waitForRead(
  failed: Failed,
  action: Action,
  reading: (refusal: Extract<Failed, { outcome: 'refused' }>['refusal']) => Promise<ActionStep>,
  work: Work,
): Promise<ActionStep> {
  switch (failed.outcome) {
    case 'not-sent':
      return putOff(action, failed.waitingFor, work, failed.until)
    case 'failed':
      return putOff(action, 'quickbooks', work)
    case 'refused':
      return reading(failed.refusal)
  }
}
