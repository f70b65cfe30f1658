import type { Action } from '../domain/action.ts'
import type { Actor } from '../domain/actor.ts'
import { cancelAction } from '../domain/cancel-action.ts'
import { isUnderWay } from '../domain/is-under-way.ts'
import type { Issue } from '../domain/issue.ts'
import { requestAction } from '../domain/request-action.ts'
import { revisionOf } from '../domain/revision-of.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import type { Versioned } from '../storage/collection.ts'

interface Needs {
  readonly store: IssueStore
  readonly now: () => Date
  /** Something is due. */
  readonly wake: () => void
}

interface Wish {
  readonly kind: 'resync' | 'delete'
  readonly actor: Actor
  readonly note: string | null
  readonly changes: string | null
  readonly link: string | null
  /** The action's id to be: the same each time this very wish is told. */
  readonly id: string
  readonly bulkId?: string | null
  /** Only if the issue still has this version, as callers see it. */
  readonly ifVersion?: number | undefined
}

export type Requested =
  | { readonly outcome: 'accepted'; readonly action: Action; readonly issue: Versioned<Issue> }
  | { readonly outcome: 'not-found' | 'changed' | 'not-open' | 'under-way' }

export type Cancelled =
  | { readonly outcome: 'cancelled'; readonly action: Action }
  | { readonly outcome: 'not-found' | 'over' | 'at-work' }

/** Asks for actions, looks at them, and takes them back. */
export function createActions({ store, now, wake }: Needs) {
  return {
    /** When this resolves, the action is kept for good, and will be performed. */
    async request(
      firmId: string,
      issueId: string,
      { ifVersion, bulkId = null, ...wish }: Wish,
    ): Promise<Requested> {
      for (;;) {
        const found = await store.get(firmId, issueId)
        if (found === undefined) return { outcome: 'not-found' }
        if (ifVersion !== undefined && revisionOf(found) !== ifVersion) return { outcome: 'changed' }
        const known = await store.action(found.doc, wish.id)
        if (known !== undefined) return { outcome: 'accepted', action: known, issue: found }
        const at = now().toISOString()
        const asked = requestAction(found.doc, { ...wish, bulkId, now: at })
        if ('reason' in asked) return { outcome: asked.reason }
        if (asked.joined) return { outcome: 'accepted', action: asked.action, issue: found }
        const replaced = await store.replace(found, asked.issue, at)
        if (replaced === undefined) continue
        wake()
        return { outcome: 'accepted', action: asked.action, issue: replaced }
      }
    },

    /** An action of this issue, also one that is long over. */
    async get(firmId: string, issueId: string, actionId: string): Promise<Action | undefined> {
      const found = await store.get(firmId, issueId)
      return found && (await store.action(found.doc, actionId))
    },

    /** Takes back an action that nobody is working at. */
    async cancel(firmId: string, issueId: string, actionId: string, actor: Actor): Promise<Cancelled> {
      for (;;) {
        const found = await store.get(firmId, issueId)
        const action = found && (await store.action(found.doc, actionId))
        if (found === undefined || action === undefined) return { outcome: 'not-found' }
        if (action.id !== found.doc.action?.id || !isUnderWay(action)) return { outcome: 'over' }
        const at = now().toISOString()
        const issue = cancelAction(found.doc, { actor, reason: 'cancelled', now: at })
        if (issue === undefined) return { outcome: 'at-work' }
        const replaced = await store.replace(found, issue, at)
        if (replaced?.doc.action) return { outcome: 'cancelled', action: replaced.doc.action }
      }
    },
  }
}

export type Actions = ReturnType<typeof createActions>
