import type { Limits } from './limits.ts'

interface Call {
  readonly realmId: string
  readonly isBatch: boolean
  /** Null: there are none. */
  readonly limits: Limits | null
}

interface Window {
  readonly calls: number[]
  readonly batches: number[]
}

const SECOND = 1000
const MINUTE = 60_000

/** Counts the calls of each company in windows that slide; a refused call does not count. */
export function createThrottle(now: () => Date) {
  const windows = new Map<string, Window>()
  return {
    /** Whether the call may pass. */
    admits({ realmId, isBatch, limits }: Call): boolean {
      if (limits === null) return true
      const at = now().getTime()
      const window = windows.get(realmId) ?? { calls: [], batches: [] }
      windows.set(realmId, window)
      const { calls, batches } = window
      forget(calls, at - MINUTE)
      forget(batches, at - MINUTE)
      const beforeLastOnes = calls.at(-limits.perSecond) ?? -Infinity
      const isFull =
        calls.length >= limits.perMinute ||
        beforeLastOnes > at - SECOND ||
        (isBatch && batches.length >= limits.batchesPerMinute)
      if (isFull) return false
      calls.push(at)
      if (isBatch) batches.push(at)
      return true
    },
    clear: (): void => windows.clear(),
  }
}

export type Throttle = ReturnType<typeof createThrottle>

function forget(times: number[], until: number): void {
  const first = times.findIndex((time) => time > until)
  times.splice(0, first === -1 ? times.length : first)
}
