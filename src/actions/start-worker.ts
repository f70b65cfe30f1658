import type { ClaimDue } from './claim-due.ts'
import type { HeldAction } from './held-action.ts'
import { LeaseLost } from './lease-lost.ts'

interface Needs {
  readonly claimDue: ClaimDue
  readonly perform: (held: HeldAction) => Promise<void>
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

/** Works at whatever is due, until it is stopped. Any number may run at once, in any number of processes. */
export function startWorker(needs: Needs): Worker {
  const { claimDue, perform, leaseMilliseconds, now, places, idleMilliseconds, onError } = needs
  const atWork = new Set<Promise<void>>()
  let stopped = false
  let wake = () => {}

  async function work(held: HeldAction): Promise<void> {
    const renewal = setInterval(() => {
      const until = new Date(now().getTime() + leaseMilliseconds).toISOString()
      held.advance({ step: 'renew', until }).catch(() => {
        // Lost or over: the next step notices by itself.
        clearInterval(renewal)
      })
    }, leaseMilliseconds / 3)
    try {
      await perform(held)
    } catch (error) {
      if (!(error instanceof LeaseLost)) onError(error)
    } finally {
      clearInterval(renewal)
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
      try {
        const claimed = atWork.size < places ? await claimDue(places - atWork.size) : []
        for (const held of claimed) {
          const one = work(held).finally(() => {
            atWork.delete(one)
            wake()
          })
          atWork.add(one)
        }
      } catch (error) {
        onError(error)
      }
      await sleep
    }
    await Promise.all(atWork)
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
