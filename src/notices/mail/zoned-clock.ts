const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** What clocks show in a time zone, and when they will show what; correct over changes of summer time. */
export function zonedClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

  /** What a clock there shows at this moment, as though it were in UTC. */
  function shown(moment: number): number {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
  }

  /** When a clock there shows this. What it skips in spring, it shows as much later. */
  function momentOf(wanted: number): number {
    const guess = wanted - (shown(wanted) - wanted)
    return wanted - (shown(guess) - guess)
  }

  return {
    /** The next full hour after a moment. */
    nextHour(after: Date): Date {
      let moment = Math.floor(after.getTime() / 1000) * 1000
      do {
        moment += HOUR - (shown(moment) % HOUR)
        // Where clocks are put forward or back by half an hour, it takes a second look.
      } while (shown(moment) % HOUR !== 0)
      return new Date(moment)
    },

    /** The next time after a moment that it is this hour of the day. */
    nextDaily(after: Date, hour: number): Date {
      const now = after.getTime()
      const midnight = Math.floor(shown(now) / DAY) * DAY
      for (let day = midnight; ; day += DAY) {
        const moment = momentOf(day + hour * HOUR)
        if (moment > now) return new Date(moment)
      }
    },
  }
}
