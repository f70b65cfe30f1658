import type { HostStore } from '../records/host-store.ts'
import type { PendingReport } from './pending-report.ts'

/** Where SyncDoctor is, and who reports to it for which firm. */
export interface SyncDoctor {
  readonly url: string
  readonly firmId: string
  /** The API key to report with. */
  readonly key: () => Promise<string>
}

interface Needs {
  readonly store: HostStore
  readonly syncDoctor: SyncDoctor
}

export interface Delivered {
  /** How many reports still wait, as SyncDoctor could not be reached or was not ready for them. */
  readonly waiting: number
}

/** Sends what waits, in order, until all is taken or SyncDoctor cannot be reached. */
export type Deliver = () => Promise<Delivered>

const TIMEOUT_MILLISECONDS = 10_000
/** Answers to a report that no repetition will change. */
const NEVER_TAKEN: ReadonlySet<number> = new Set([400, 413, 422])
const PATH = { failure: 'failures', success: 'successes' } as const

/** Reports are sent at least once, each under a name of its own, so that SyncDoctor counts it once. */
export function createDeliver({ store, syncDoctor }: Needs): Deliver {
  let underWay: Promise<Delivered> | undefined

  return async () => {
    // What was queued while others were sent goes with them, or with the next call.
    await underWay
    underWay ??= deliver().finally(() => {
      underWay = undefined
    })
    return underWay
  }

  async function deliver(): Promise<Delivered> {
    for (;;) {
      const [next] = store.reports()
      if (next === undefined) return { waiting: 0 }
      if (!(await send(next))) return { waiting: store.reports().length }
      store.dropReport(next.number)
    }
  }

  /** Whether the report is done with. */
  async function send({ kind, body, occurrenceId }: PendingReport): Promise<boolean> {
    const { url, firmId, key } = syncDoctor
    try {
      const answer = await fetch(`${url}/v1/firms/${firmId}/${PATH[kind]}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await key()}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': occurrenceId,
        },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      })
      await answer.arrayBuffer()
      return answer.ok || NEVER_TAKEN.has(answer.status)
    } catch {
      return false
    }
  }
}
