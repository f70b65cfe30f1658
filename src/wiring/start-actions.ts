import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { advanceBulk } from '../actions/bulk/advance-bulk.ts'
import { createAsk } from '../actions/bulk/create-ask.ts'
import { createClaimBulks } from '../actions/bulk/create-claim-bulks.ts'
import { createHurryBulk } from '../actions/bulk/create-hurry-bulk.ts'
import { createIsCalledOff } from '../actions/bulk/is-called-off.ts'
import { createClaimDue } from '../actions/claim-due.ts'
import { createTellHosts } from '../actions/create-tell-hosts.ts'
import { perform } from '../actions/perform.ts'
import { startWorker } from '../actions/start-worker.ts'
import type { Work } from '../actions/work.ts'
import { startLoop } from '../notices/start-loop.ts'
import type { QuickBooksServices } from './connect-quickbooks.ts'
import type { Hosts } from './connect-hosts.ts'
import type { Stores } from './create-stores.ts'
import { reachOf } from './reach-of.ts'

interface Needs {
  readonly stores: Stores
  /** Undefined: QuickBooks is not set up. */
  readonly quickbooks: QuickBooksServices | undefined
  readonly hosts: Hosts
  readonly leaseSeconds: number
  readonly now: () => Date
  readonly log: Pick<Logger, 'error'>
}

/** Most of the time an action waits for QuickBooks or the host, so many go on at once. */
const PLACES = 32
/** Short, so that what one process asks for is soon done by others as well: only that process is told of it. */
const IDLE_MILLISECONDS = 50
/** Whoever decides wakes its own process; what another one left undone can wait. */
const DECISIONS_IDLE_MILLISECONDS = 1_000
/** Longer than this nobody waits for a write that QuickBooks does not answer; whoever comes next finds out how it ended. */
const STOP_MILLISECONDS = 25_000

/** Performs actions until it is stopped. The answer stops it: it takes nothing new, and resolves when it is at rest. */
export function startActions(needs: Needs): () => Promise<void> {
  const { stores, quickbooks, hosts, leaseSeconds, now, log } = needs
  const { collections, store, actions, issues, readFailure, hurry, signals } = stores
  const { issues: issueCollection, bulkActions: bulks } = collections
  const leaseMilliseconds = leaseSeconds * 1000
  const work: Work = {
    ...reachOf({ stores, quickbooks, hosts }),
    isCalledOff: createIsCalledOff(bulks),
    readFailure,
    hurry,
    now,
    random: Math.random,
  }
  const onBug = (error: unknown, actionId: string) => log.error({ actionId, err: error }, 'a bug')
  const ask = createAsk({ store, actions, decide: issues.decide })
  const worker = startWorker({
    claimDue: createClaimDue({ issues: issueCollection, store, newId: randomUUID, now, leaseMilliseconds }),
    perform: (held) => perform(held, { ...work, onBug }),
    claimBulks: createClaimBulks({ bulks, newId: randomUUID, now, leaseMilliseconds }),
    advanceBulk: (held) => advanceBulk(held, { store, ask, actions, now }),
    hurryBulk: createHurryBulk({ bulks, now }),
    leaseMilliseconds,
    now,
    places: PLACES,
    idleMilliseconds: IDLE_MILLISECONDS,
    onError: (error) => log.error({ err: error }, 'work failed; it is taken up again'),
  })
  const decisions = startLoop({
    take: createTellHosts({
      ...work,
      issues: issueCollection,
      onError: (error, issueId) => log.error({ issueId, err: error }, 'a host was not told'),
    }),
    idleMilliseconds: DECISIONS_IDLE_MILLISECONDS,
    onError: (error) => log.error({ err: error }, 'hosts were not told; it is tried again'),
  })
  const listeners = [signals.on('due', () => worker.wake()), signals.on('decided', () => decisions.wake())]
  return async () => {
    for (const stopListening of listeners) stopListening()
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_MILLISECONDS)
    })
    await Promise.race([Promise.all([worker.stop(), decisions.stop()]), patience])
    clearTimeout(timer)
  }
}
