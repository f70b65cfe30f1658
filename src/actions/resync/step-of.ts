import type { Action } from '../../domain/action.ts'
import type { ActionStep } from '../../domain/advance-action.ts'
import { putOff } from '../put-off.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'
import type { Lack } from './lack-of.ts'

/** What becomes of an action whose record lacks something. */
export function stepOf(lack: Lack, action: Action, work: Work): ActionStep {
  return 'reason' in lack ? refuse(lack.reason) : putOff(action, lack.waitingFor, work)
}
