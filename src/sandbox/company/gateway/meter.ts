/** Counts metered reads by the calendar month, in this process only. */
export function createMeter(now: () => Date) {
  let month = ''
  let count = 0
  return {
    /** Whether so many more reads are within the month's limit; if so they count. */
    admits(reads: number, limit: number): boolean {
      const current = now().toISOString().slice(0, 7)
      if (current !== month) [month, count] = [current, 0]
      if (reads > 0 && count + reads > limit) return false
      count += reads
      return true
    },
    count: (): number => count,
  }
}

export type Meter = ReturnType<typeof createMeter>
