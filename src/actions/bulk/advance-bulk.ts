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

/** So many of its actions go on at once, so that those of other firms find places between them. */
const MOST_AT_ONCE = 24
/** How far behind the first action that is not settled others are looked at. */
const LOOK_AHEAD = 200
const ASKED_IN_A_ROW = 8
/** Where so few are left, the last may have ended while the bulk action was looked at, and nobody else tells of it. */
const FEW = 8

/** Does the next part of a bulk action; answers in how many milliseconds it goes on, undefined: never. */
export async function advanceBulk(held: HeldBulk, needs: Needs): Promise<number | undefined> {
  const { bulk } = held
  const ids = issueIdsOf(bulk)
  if (bulk.cancelledAt !== null) return cancelRest(held, ids, needs)
  const asked = ids.slice(0, bulk.asked)
  const open = await openPlaces(bulk, asked, needs, {
    from: bulk.settled,
    most: MOST_AT_ONCE,
    is: (action) => !isSettled(action),
  })
  const settled = open[0] ?? asked.length
  const { start, end } = rankAround(bulk, bulk.asked)
  const room = Math.min(MOST_AT_ONCE - open.length, LOOK_AHEAD - (bulk.asked - settled), end - bulk.asked)
  if (settled >= start && room > 0) {
    const next = ids.slice(bulk.asked, bulk.asked + room)
    const exceptions = [...bulk.exceptions]
    for (const [i, id] of next.entries()) {
      const exception = await needs.ask(bulk, id)
      if (exception !== undefined) exceptions.push(exception)
      // A storage that never lets go of the process would hold up all requests that are under way.
      if (i % ASKED_IN_A_ROW === ASKED_IN_A_ROW - 1) await breathe()
    }
    const dueAt = needs.now().toISOString()
    await held.put({ asked: bulk.asked + next.length, settled, exceptions, dueAt })
    return 0
  }
  const over = bulk.asked < ids.length ? bulk.over : await placeOver(bulk, ids, needs)
  const isAlmostSettled = bulk.asked < ids.length && open.length <= FEW
  return putOff(held, { settled, over }, ids.length, needs, isAlmostSettled ? 'soon' : undefined)
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
  const over = await placeOver(bulk, ids, needs)
  return putOff(held, { over }, ids.length, needs)
}

/** Up to which place all are over. */
async function placeOver(bulk: BulkAction, ids: readonly string[], needs: Needs): Promise<number> {
  const [first] = await openPlaces(bulk, ids, needs, { from: bulk.over, most: 1, is: isUnderWay })
  return first ?? ids.length
}

interface Wanted {
  readonly from: number
  readonly most: number
  readonly is: (action: Action) => boolean
}

/** The places of the first issues whose actions are so. */
async function openPlaces(
  bulk: BulkAction,
  ids: readonly string[],
  { store }: Needs,
  { from, most, is }: Wanted,
): Promise<readonly number[]> {
  const places: number[] = []
  for (const [i, id] of ids.slice(from).entries()) {
    const { action } = await actionOf(store, bulk, id)
    if (action !== undefined && is(action)) places.push(from + i)
    if (places.length >= most) break
  }
  return places
}

/** The longer nothing has happened, the longer nobody looks: at once is only of use to what goes on. */
async function putOff(
  held: HeldBulk,
  places: { readonly settled?: number; readonly over: number },
  total: number,
  { now }: Needs,
  when?: 'soon',
): Promise<number | undefined> {
  const { progressAt, cancelledAt, asked } = held.bulk
  const at = now()
  if (places.over === total) {
    await held.put({ ...places, finishedAt: at.toISOString(), dueAt: null })
    return undefined
  }
  const isAsking = cancelledAt === null && asked < total
  const [shortest, longest] = isAsking ? [when === 'soon' ? 20 : 200, 2_000] : [500, 5 * 60_000]
  const age = (at.getTime() - Date.parse(progressAt)) / 10
  const wait = Math.round(Math.min(Math.max(age, shortest), longest))
  await held.put({ ...places, dueAt: new Date(at.getTime() + wait).toISOString() })
  return wait
}
