import { advanceBulk } from '../../src/actions/bulk/advance-bulk.ts'
import { createAsk } from '../../src/actions/bulk/create-ask.ts'
import { createClaimBulks } from '../../src/actions/bulk/create-claim-bulks.ts'
import { createIsCalledOff } from '../../src/actions/bulk/is-called-off.ts'
import { createClaimDue } from '../../src/actions/claim-due.ts'
import { perform } from '../../src/actions/perform.ts'
import type { Work } from '../../src/actions/work.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'
import { notSetUp } from '../../src/quickbooks/not-set-up.ts'

interface Changes extends Partial<Work> {
  /** How often it looks for what is due, at most. */
  readonly rounds?: number
  /** Takes what is due, and does nothing about it. */
  readonly dies?: boolean
}

let ids = 0

/** Does all that is due now, as a worker does; by default for firms that are connected to nothing. */
export async function workAt(
  stores: Stores,
  now: () => Date,
  { rounds = Infinity, dies = false, ...changes }: Changes = {},
): Promise<void> {
  const { collections, store, actions, issues, knownRecords, readFailure, hurry } = stores
  const common = { newId: () => `work_${(ids += 1)}`, now, leaseMilliseconds: 30_000 }
  const claimBulks = createClaimBulks({ bulks: collections.bulkActions, ...common })
  const claimDue = createClaimDue({ issues: collections.issues, store, ...common })
  const ask = createAsk({ store, actions, decide: issues.decide })
  const work: Work = {
    quickBooksOf: async () => notSetUp,
    hostOf: async () => undefined,
    hostPushes: async () => false,
    ...knownRecords,
    isCalledOff: createIsCalledOff(collections.bulkActions),
    readFailure,
    hurry,
    now,
    random: () => 0.5,
    ...changes,
  }
  const onBug = (error: unknown) => {
    throw error
  }
  for (let round = 0; round < rounds; round += 1) {
    const bulks = await claimBulks(10)
    const due = await claimDue(10)
    if (bulks.length + due.length === 0 || dies) return
    for (const held of bulks) await advanceBulk(held, { store, ask, actions, now })
    for (const held of due) await perform(held, { ...work, onBug })
  }
}
