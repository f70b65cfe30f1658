import type { NoticeLog } from '../notice-log.ts'

interface Needs {
  readonly log: Pick<NoticeLog, 'lastPlace' | 'after'>
  readonly now: () => Date
}

/** Where somebody begins to read. */
export interface Start {
  /** What stands after it is told. */
  readonly place: number
  /** Something may have been missed: too long ago, or before a log that we know. */
  readonly isReset: boolean
}

/** How far back readers can go on from where they were. */
const RESUMED_MILLISECONDS = 24 * 60 * 60 * 1000

/** Where a reader goes on who was at this place of a firm's log; new ones begin at its end. */
export function createFindStart({ log, now }: Needs) {
  return async (firmId: string, lastEventId: string | undefined): Promise<Start> => {
    const last = await log.lastPlace(firmId)
    if (lastEventId === undefined) return { place: last, isReset: false }
    const place = /^\d{1,12}$/u.test(lastEventId) ? Number(lastEventId) : last + 1
    if (place === last) return { place, isReset: false }
    // Places have no gaps: where the next one is gone, more may be.
    const [next] = place < last ? await log.after(firmId, place, 1) : []
    const since = new Date(now().getTime() - RESUMED_MILLISECONDS).toISOString()
    const isKnown = next !== undefined && Number(next.place) === place + 1 && next.loggedAt >= since
    return isKnown ? { place, isReset: false } : { place: last, isReset: true }
  }
}

export type FindStart = ReturnType<typeof createFindStart>
