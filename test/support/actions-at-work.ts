import { createActions } from '../../src/actions/actions.ts'
import { createIsCalledOff } from '../../src/actions/bulk/is-called-off.ts'
import { createClaimDue } from '../../src/actions/claim-due.ts'
import { createHurry } from '../../src/actions/create-hurry.ts'
import { perform } from '../../src/actions/perform.ts'
import type { Work } from '../../src/actions/work.ts'
import { createApp } from '../../src/app.ts'
import type { Collections } from '../../src/wiring/create-stores.ts'
import { maskSecrets } from '../../src/faults/mask-secrets.ts'
import type { Host } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { createIssueStore } from '../../src/issues/issue-store.ts'
import { createReadFailure } from '../../src/issues/read-failure.ts'
import { root } from '../../src/root.ts'
import type { FakeBooks } from './fake-books.ts'

const { diagnose } = await createApp(root)
let ids = 0
export const LEASE = 30_000

interface Surroundings {
  readonly collections: Collections
  readonly books: FakeBooks
  readonly host?: Host
  readonly hostPushes?: boolean
  readonly now: () => Date
}

/** Asking for actions and performing them, over these collections and books. */
export function actionsAtWork({ collections, books, host, hostPushes = false, now }: Surroundings) {
  const newId = () => String((ids += 1))
  const store = createIssueStore({ ...collections, newId })
  const work: Work = {
    quickBooksOf: async () => books,
    hostOf: async () => host,
    hostPushes: async () => hostPushes,
    issueOf: async (firmId, record) => (await store.get(firmId, issueId(firmId, record)))?.doc,
    quickbooksIdOf: async (firmId, record) =>
      (await store.get(firmId, issueId(firmId, record)))?.doc.quickbooksId ?? null,
    isCalledOff: createIsCalledOff(collections.bulkActions),
    isNeeded: async () => false,
    hurry: createHurry({ issues: collections.issues, store, now, wake: () => {} }),
    readFailure: createReadFailure({ diagnose, maskSecrets, now }),
    now,
    random: () => 0.5,
  }
  const bugs: unknown[] = []
  const onBug = (error: unknown) => bugs.push(error)
  const claimDue = createClaimDue({
    issues: collections.issues,
    store,
    newId,
    now,
    leaseMilliseconds: LEASE,
  })
  return {
    ...createActions({ store, now, wake: () => {} }),
    store,
    bugs,
    claimDue,
    /** Performs what is due now; answers how many actions that were. */
    performDue: async (): Promise<number> => {
      const claimed = await claimDue(10)
      for (const held of claimed) await perform(held, { ...work, onBug })
      return claimed.length
    },
  }
}
