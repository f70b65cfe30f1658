import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'

interface Needs {
  readonly log: Pick<NoticeLog, 'after'>
  /** Does something over and over; the answer ends it. */
  readonly every: (milliseconds: number, job: () => void) => () => void
  /** Told of a firm whose log has grown in this process; the answer ends that. */
  readonly onLogged: (listener: (firmId: string) => void) => () => void
  readonly onError: (error: unknown) => void
}

interface Reader {
  place: number
  readonly tell: (entry: LoggedNotice) => void
}

interface Followed {
  readonly firmId: string
  readonly readers: Set<Reader>
  isLooking: boolean
  looksAgain: boolean
  stop: () => void
}

/** What other processes log is found so fast. */
const LOOK_MILLISECONDS = 1000
const PAGE = 100

/** Tells readers what is added to their firms' logs, each from its own place on: one look for all readers of a firm. */
export function createFollowLog({ log, every, onLogged, onError }: Needs) {
  const firms = new Map<string, Followed>()

  async function look(firm: Followed): Promise<void> {
    if (firm.isLooking) {
      firm.looksAgain = true
      return
    }
    firm.isLooking = true
    try {
      do {
        firm.looksAgain = false
        const furthestBehind = Math.min(...[...firm.readers].map(({ place }) => place))
        const page = await log.after(firm.firmId, furthestBehind, PAGE)
        for (const entry of page) tell(firm, entry)
        if (page.length === PAGE) firm.looksAgain = true
      } while (firm.looksAgain && firm.readers.size > 0)
    } catch (error) {
      onError(error)
    } finally {
      firm.isLooking = false
    }
  }

  function begin(firmId: string): Followed {
    const firm: Followed = {
      firmId,
      readers: new Set(),
      isLooking: false,
      looksAgain: false,
      stop: () => undefined,
    }
    const stops = [
      every(LOOK_MILLISECONDS, () => void look(firm)),
      onLogged((grown) => {
        if (grown === firmId) void look(firm)
      }),
    ]
    firm.stop = () => {
      for (const stop of stops) stop()
      firms.delete(firmId)
    }
    firms.set(firmId, firm)
    return firm
  }

  /** The answer ends it. */
  return (firmId: string, place: number, told: Reader['tell']): (() => void) => {
    const firm = firms.get(firmId) ?? begin(firmId)
    const reader: Reader = { place, tell: told }
    firm.readers.add(reader)
    void look(firm)
    return () => {
      firm.readers.delete(reader)
      if (firm.readers.size === 0) firm.stop()
    }
  }
}

export type FollowLog = ReturnType<typeof createFollowLog>

function tell({ readers }: Followed, entry: LoggedNotice): void {
  const place = Number(entry.place)
  for (const reader of readers) {
    if (reader.place >= place) continue
    reader.place = place
    reader.tell(entry)
  }
}
