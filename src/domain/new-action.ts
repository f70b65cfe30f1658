import type { Action } from './action.ts'

type Beginning = Pick<Action, 'id' | 'kind' | 'state' | 'actor' | 'note' | 'createdAt' | 'dueAt'> &
  Partial<Pick<Action, 'changes' | 'link' | 'bulkId' | 'tries'>>

/** An action as it begins, on this issue. */
export function newAction(
  { id: issueId, firmId }: { readonly id: string; readonly firmId: string },
  beginning: Beginning,
): Action {
  return {
    issueId,
    firmId,
    waitingFor: null,
    reason: null,
    changes: null,
    link: null,
    bulkId: null,
    tries: [],
    outcome: null,
    quickbooksId: null,
    intuitTid: null,
    faults: [],
    lease: null,
    delays: 0,
    updatedAt: beginning.createdAt,
    ...beginning,
  }
}
