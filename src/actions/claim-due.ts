import { setImmediate as breathe } from 'node:timers/promises'
import { claimAction } from '../domain/claim-action.ts'
import type { IssueCollection } from '../issues/issue-collection.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import { HeldAction } from './held-action.ts'

interface Needs {
  readonly issues: IssueCollection
  readonly store: IssueStore
  readonly newId: () => string
  readonly now: () => Date
  readonly leaseMilliseconds: number
}

const CLAIMED_IN_A_ROW = 8

export type ClaimDue = (most: number) => Promise<readonly HeldAction[]>

/** Takes actions that are due, the longest waiting first; those of a worker that vanished come up when its lease ends. */
export function createClaimDue(needs: Needs): ClaimDue {
  const { issues, store, newId, now, leaseMilliseconds } = needs
  return async (most) => {
    for (;;) {
      const at = now()
      const due = await issues.page({ index: 'actionDue', until: at.toISOString(), limit: most })
      const until = new Date(at.getTime() + leaseMilliseconds).toISOString()
      const claimed: HeldAction[] = []
      for (const [i, found] of due.entries()) {
        const lease = { token: newId(), until }
        const taken = claimAction(found.doc, lease, at.toISOString())
        const replaced = taken && (await store.replace(found, taken.issue, at.toISOString()))
        // What is at work already goes on meanwhile, though a storage may never let go of the process.
        if (i % CLAIMED_IN_A_ROW === CLAIMED_IN_A_ROW - 1) await breathe()
        // Somebody else was faster.
        if (replaced === undefined) continue
        claimed.push(new HeldAction({ store, now }, replaced, lease.token))
      }
      // Where somebody else took them all, there may be more behind them.
      if (claimed.length > 0 || due.length === 0) return claimed
    }
  }
}
