import type { ClaimBulks } from './bulk/create-claim-bulks.ts'
import type { HurryBulk } from './bulk/create-hurry-bulk.ts'
import type { HeldBulk } from './bulk/held-bulk.ts'
import type { ClaimDue } from './claim-due.ts'
import type { HeldAction } from './held-action.ts'
import { LeaseLost } from './lease-lost.ts'

interface Needs {
  readonly claimDue: ClaimDue
  readonly perform: (held: HeldAction) => Promise<void>
  readonly claimBulks: ClaimBulks
  /** Answers in how many milliseconds the bulk action goes on; undefined: never. */
  readonly advanceBulk: (held: HeldBulk) => Promise<number | undefined>
  readonly hurryBulk: HurryBulk
  readonly leaseMilliseconds: number
  readonly now: () => Date
  /** How many actions are at work at once. */
  readonly places: number
  /** How long to sleep when nothing is due. */
  readonly idleMilliseconds: number
  readonly onError: (error: unknown) => void
}

export interface Worker {
  /** Something may be due now. */
  wake(): void
  /** Takes nothing new, and resolves when what is at work has come to rest. */
  stop(): Promise<void>
}

/** How many bulk actions are looked at at once; each asks for its actions in small parts. */
const BULK_PLACES = 4
const FEW = 8

/** Works at whatever is due, until it is stopped. Any number may run at once, in any number of processes. */
export function startWorker(needs: Needs): Worker {
  const { claimDue, claimBulks, places, idleMilliseconds, onError } = needs
  const actions = new Set<Promise<void>>()
  const bulks = new Set<Promise<void>>()
  let stopped = false
  let wake = () => {}

  function begin(atWork: Set<Promise<void>>, work: Promise<void>): void {
    const one = work
      .catch((error: unknown) => {
        if (!(error instanceof LeaseLost)) onError(error)
      })
      .finally(() => {
        atWork.delete(one)
        wake()
      })
    atWork.add(one)
  }

  async function work(held: HeldAction): Promise<void> {
    const { perform, leaseMilliseconds, now } = needs
    const renewal = setInterval(() => {
      const until = new Date(now().getTime() + leaseMilliseconds).toISOString()
      held.advance({ step: 'renew', until }).catch(() => {
        // Lost or over: the next step notices by itself.
        clearInterval(renewal)
      })
    }, leaseMilliseconds / 3)
    await perform(held).finally(() => clearInterval(renewal))
    const { bulkId } = held.action
    // Whoever has little left to do sees first that more may be asked for, or that the next rank may begin.
    if (bulkId !== null && actions.size <= FEW) await needs.hurryBulk(bulkId)
  }

  async function workAtBulk(held: HeldBulk): Promise<void> {
    const wait = await needs.advanceBulk(held)
    if (wait !== undefined && wait > 0) setTimeout(() => wake(), wait).unref()
  }

  async function takeWhatIsDue(): Promise<void> {
    if (bulks.size < BULK_PLACES) {
      for (const held of await claimBulks(BULK_PLACES - bulks.size)) begin(bulks, workAtBulk(held))
    }
    if (actions.size < places) {
      for (const held of await claimDue(places - actions.size)) begin(actions, work(held))
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const sleep = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idleMilliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      await takeWhatIsDue().catch(onError)
      await sleep
    }
    await Promise.all([...actions, ...bulks])
  }

  const running = run()
  return {
    wake: () => wake(),
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
