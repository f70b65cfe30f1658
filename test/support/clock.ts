/** A clock that stands still until a test moves it. */
export function stoppedClock(start = '2026-03-09T12:00:00.000Z') {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}
