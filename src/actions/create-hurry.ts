import type { WaitingFor } from '../domain/action.ts'
import { hurriedAction } from '../domain/hurried-action.ts'
import type { IssueCollection } from '../issues/issue-collection.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import type { Position } from '../storage/collection.ts'

interface Needs {
  readonly issues: IssueCollection
  readonly store: IssueStore
  readonly now: () => Date
  readonly wake: () => void
}

export type Hurry = (firmId: string, waitedFor: WaitingFor) => Promise<void>

const PAGE = 200

/**
 * What actions of a firm waited for is there: they are due at once. It may fail or be cut short, since they look again by
 * themselves, if later.
 */
export function createHurry({ issues, store, now, wake }: Needs): Hurry {
  return async (firmId, waitedFor) => {
    const asked = { index: 'actionWaitingFor', equals: { firmId }, from: waitedFor, until: waitedFor }
    let after: Position | undefined
    do {
      const page = await issues.page({ ...asked, after, limit: PAGE })
      const at = now().toISOString()
      for (const found of page) {
        const action = hurriedAction(found.doc.action, at)
        if (action !== found.doc.action) await store.replace(found, { ...found.doc, action }, at)
      }
      if (page.length > 0) wake()
      const last = page.length === PAGE ? page.at(-1)?.doc : undefined
      after = last && { value: waitedFor, id: last.id }
    } while (after !== undefined)
  }
}
