import { setImmediate as breathe } from 'node:timers/promises'
import type { Action } from '../../domain/action.ts'
import { isUnderWay } from '../../domain/is-under-way.ts'
import type { IssueStore } from '../../issues/issue-store.ts'
import type { Actions } from '../actions.ts'
import { actionOf } from './action-of.ts'
import type { BulkAction } from './bulk-action.ts'
import type { Ask } from './create-ask.ts'
import type { HeldBulk } from './held-bulk.ts'
import { isSettled } from './is-settled.ts'
import { issueIdsOf } from './issue-ids-of.ts'
import { rankAround } from './rank-around.ts'

interface Needs {
  readonly store: IssueStore
  readonly ask: Ask
  readonly actions: Pick<Actions, 'cancel'>
  readonly now: () => Date
}

/** How many actions are asked for before it is stored how far we are; in between the lease must not end. */
const MOST_ASKED = 25
const ASKED_IN_A_ROW = 8

/** Does the next part of a bulk action; answers in how many milliseconds it goes on, undefined: never. */
export async function advanceBulk(held: HeldBulk, needs: Needs): Promise<number | undefined> {
  const { bulk } = held
  const ids = issueIdsOf(bulk)
  if (bulk.cancelledAt !== null) return cancelRest(held, ids, needs)
  const settled = await placeAfter(bulk, ids.slice(0, bulk.asked), bulk.settled, isSettled, needs)
  const { start, end } = rankAround(bulk, bulk.asked)
  if (bulk.asked < ids.length && settled >= start) {
    const asked = Math.min(end, bulk.asked + MOST_ASKED)
    const exceptions = [...bulk.exceptions]
    for (const [i, id] of ids.slice(bulk.asked, asked).entries()) {
      const exception = await needs.ask(bulk, id)
      if (exception !== undefined) exceptions.push(exception)
      // A storage that never lets go of the process would hold up all requests that are under way.
      if (i % ASKED_IN_A_ROW === ASKED_IN_A_ROW - 1) await breathe()
    }
    await held.put({ asked, settled, exceptions, dueAt: needs.now().toISOString() })
    return 0
  }
  const over = await placeAfter(bulk, ids.slice(0, bulk.asked), bulk.over, isOver, needs)
  return putOff(held, { settled, over }, ids.length, needs)
}

/** Takes back what has not begun. What is at work ends by itself, and is waited for. */
async function cancelRest(held: HeldBulk, ids: readonly string[], needs: Needs): Promise<number | undefined> {
  const { bulk } = held
  const { firmId, actor } = bulk
  for (const id of ids.slice(bulk.over)) {
    const { action } = await actionOf(needs.store, bulk, id)
    // What somebody else asked for is theirs.
    if (action?.bulkId === bulk.id)
      await needs.actions.cancel(firmId, id, action.id, bulk.cancelledBy ?? actor)
  }
  const over = await placeAfter(bulk, ids, bulk.over, isOver, needs)
  return putOff(held, { over }, ids.length, needs)
}

function isOver(action: Action): boolean {
  return !isUnderWay(action)
}

/** The place of the first issue whose action is not so yet. */
async function placeAfter(
  bulk: BulkAction,
  ids: readonly string[],
  from: number,
  is: (action: Action) => boolean,
  { store }: Needs,
): Promise<number> {
  for (const [i, id] of ids.slice(from).entries()) {
    const { action } = await actionOf(store, bulk, id)
    if (action !== undefined && !is(action)) return from + i
  }
  return ids.length
}

/** The longer nothing has happened, the longer nobody looks: at once is only of use to what goes on. */
async function putOff(
  held: HeldBulk,
  places: { readonly settled?: number; readonly over: number },
  total: number,
  { now }: Needs,
): Promise<number | undefined> {
  const { progressAt, cancelledAt, asked } = held.bulk
  const at = now()
  if (places.over === total) {
    await held.put({ ...places, finishedAt: at.toISOString(), dueAt: null })
    return undefined
  }
  const isAsking = cancelledAt === null && asked < total
  const [shortest, longest] = isAsking ? [200, 2_000] : [500, 5 * 60_000]
  const age = (at.getTime() - Date.parse(progressAt)) / 10
  const wait = Math.round(Math.min(Math.max(age, shortest), longest))
  await held.put({ ...places, dueAt: new Date(at.getTime() + wait).toISOString() })
  return wait
}
