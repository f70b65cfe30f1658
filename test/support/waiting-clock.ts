import { setImmediate } from 'node:timers/promises'

/** A clock that stands still until somebody waits, and then moves to the first moment that is waited for. */
export function waitingClock(start = '2026-03-09T12:00:00.000Z') {
  let time = Date.parse(start)
  const waits: { readonly until: number; readonly wake: () => void }[] = []

  return {
    now: () => new Date(time),
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        waits.push({ until: time + milliseconds, wake })
      }),
    pass: (milliseconds: number) => {
      time += milliseconds
    },

    /** Lets time pass until this is done; what else happens at a moment happens before the next. */
    async until<T>(work: Promise<T>): Promise<T> {
      const state = { isDone: false }
      const settled = work.finally(() => {
        state.isDone = true
      })
      // Its failure is the answer, and is not left alone meanwhile.
      settled.catch(() => undefined)
      for (;;) {
        await setImmediate()
        if (state.isDone) return settled
        waits.sort((one, other) => one.until - other.until)
        const next = waits.shift()
        if (next === undefined) continue
        time = Math.max(time, next.until)
        next.wake()
      }
    },
  }
}
