import type { Action } from '../domain/action.ts'
import type { Actor } from '../domain/actor.ts'
import { applyDecision } from '../domain/apply-decision.ts'
import { cancelAction } from '../domain/cancel-action.ts'
import { isUnderWay } from '../domain/is-under-way.ts'
import type { Issue } from '../domain/issue.ts'
import { revisionOf } from '../domain/revision-of.ts'
import type { Versioned } from '../storage/collection.ts'
import type { IssueStore } from './issue-store.ts'

interface Needs {
  readonly store: IssueStore
  readonly newId: () => string
  readonly now: () => Date
}

interface Wish {
  /** The action's id to be; the same wish told again under it is done once. */
  readonly id?: string | undefined
  readonly kind: 'skip' | 'reopen'
  readonly actor: Actor
  readonly note: string | null
  /** Only if the issue still has this version, as callers see it. */
  readonly ifVersion: number | undefined
}

export type Decided =
  | { readonly outcome: 'done'; readonly action: Action; readonly issue: Versioned<Issue> }
  | { readonly outcome: 'not-found' | 'changed' | 'forbidden-by-status' | 'under-way' }

export type Decide = (firmId: string, issueId: string, wish: Wish) => Promise<Decided>

/** Skips an issue or takes a skip back, and puts who wanted it on record, in one step. A skip gives up what waits. */
export function createDecide({ store, newId, now }: Needs): Decide {
  return async (firmId, issueId, { id, kind, actor, note, ifVersion }) => {
    const actionId = id ?? `act_${newId()}`
    let expected = ifVersion
    for (;;) {
      const found = await store.get(firmId, issueId)
      if (found === undefined) return { outcome: 'not-found' }
      const known = id === undefined ? undefined : await store.action(found.doc, id)
      if (known !== undefined) return { outcome: 'done', action: known, issue: found }
      if (expected !== undefined && revisionOf(found) !== expected) return { outcome: 'changed' }
      const at = now().toISOString()
      if (isUnderWay(found.doc.action)) {
        const cancelled = cancelAction(found.doc, { actor, reason: 'skipped', now: at })
        if (cancelled === undefined) return { outcome: 'under-way' }
        const freed = await store.replace(found, cancelled, at)
        if (freed !== undefined && expected !== undefined) expected = revisionOf(freed)
        continue
      }
      const issue = applyDecision(found.doc, { kind, actionId, actor, note, now: at })
      if (issue === undefined) return { outcome: 'forbidden-by-status' }
      const replaced = await store.replace(found, issue, at)
      if (replaced !== undefined) return { outcome: 'done', action: issue.action, issue: replaced }
    }
  }
}
