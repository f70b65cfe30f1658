import type { Notice } from '../domain/notice.ts'
import type { LoggedNotice, LoggedNotices } from './logged-notice.ts'

/** How long notices are kept, to be told again to whoever missed them. */
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000
const DIGITS = 12

interface Needs {
  readonly notices: LoggedNotices
  readonly now: () => Date
}

/** The firms' logs of notices. */
export function createNoticeLog({ notices, now }: Needs) {
  return {
    /** The last place of a firm's log; 0: nothing stands there. */
    async lastPlace(firmId: string): Promise<number> {
      const [last] = await notices.page({ index: 'firm', equals: { firmId }, descending: true, limit: 1 })
      return Number(last?.doc.place ?? 0)
    },

    /** Puts a notice in a place, and answers what stands there from now on, which may be another. */
    async put(notice: Notice, place: number): Promise<LoggedNotice> {
      const { firmId } = notice
      const at = now()
      const entry: LoggedNotice = {
        id: `${firmId}/${placeText(place)}`,
        firmId,
        place: placeText(place),
        notice,
        loggedAt: at.toISOString(),
        expiresAt: new Date(at.getTime() + KEPT_MILLISECONDS).toISOString(),
      }
      if (await notices.insert(entry)) return entry
      return (await notices.get(entry.id))?.doc ?? entry
    },

    /** What stands in a place, as it is written there. */
    read: async (firmId: string, place: string): Promise<LoggedNotice | undefined> =>
      (await notices.get(`${firmId}/${place}`))?.doc,

    /** What stands after a place, in order. */
    async after(firmId: string, place: number, limit: number): Promise<readonly LoggedNotice[]> {
      const from = placeText(place + 1)
      const page = await notices.page({ index: 'firm', equals: { firmId }, from, limit })
      return page.map(({ doc }) => doc)
    },

    /** What stands in a firm's log from this moment on. */
    async since(firmId: string, at: string, limit: number): Promise<readonly LoggedNotice[]> {
      const page = await notices.page({ index: 'loggedAt', equals: { firmId }, from: at, limit })
      return page.map(({ doc }) => doc)
    },

    /** A notice by its own id. */
    async find(firmId: string, noticeId: string): Promise<LoggedNotice | undefined> {
      const equals = { firmId }
      const [found] = await notices.page({
        index: 'noticeId',
        equals,
        from: noticeId,
        until: noticeId,
        limit: 1,
      })
      return found?.doc
    },
  }
}

export type NoticeLog = ReturnType<typeof createNoticeLog>

/** With leading zeros, so that places sort as text. */
function placeText(place: number): string {
  return String(place).padStart(DIGITS, '0')
}
