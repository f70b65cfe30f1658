import type { Stores } from '../../src/wiring/create-stores.ts'
import type { Action } from '../../src/domain/action.ts'
import { newAction } from '../../src/domain/new-action.ts'

/** Puts an action of the owner's on an issue, in this state, as if somebody worked at it. */
export async function putAction(
  { store }: Stores,
  firmId: string,
  issueId: string,
  changes: Partial<Action> = {},
): Promise<Action> {
  const found = await store.get(firmId, issueId)
  if (found === undefined) throw new Error('There is no such issue.')
  const at = new Date().toISOString()
  const isOver = ['succeeded', 'refused', 'unknown', 'cancelled'].includes(changes.state ?? 'queued')
  const action: Action = {
    ...newAction(
      { id: issueId, firmId },
      {
        id: `act_${found.version}`,
        kind: 'resync',
        state: 'queued',
        actor: { type: 'member', id: 'owner', via: null },
        note: null,
        createdAt: at,
        dueAt: isOver ? null : new Date(Date.now() + 3_600_000).toISOString(),
      },
    ),
    ...changes,
  }
  const replaced = await store.replace(found, { ...found.doc, action }, at)
  if (replaced === undefined) throw new Error('The issue has changed meanwhile.')
  return action
}
