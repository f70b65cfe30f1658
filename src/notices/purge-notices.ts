import type { Kept } from '../storage/kept.ts'
import { pagesOfAll } from '../storage/pages-of-all.ts'
import { loggedNoticeDesign, type LoggedNotices } from './logged-notice.ts'

/** Removes notices that are kept long enough, except the last of each firm: places go on from there. */
export async function purgeNotices(notices: LoggedNotices, now: Date): Promise<void> {
  const { name, fields } = loggedNoticeDesign
  const kept: Kept = { name, collection: notices, sortedBy: fields.expiresAt }
  for await (const page of pagesOfAll(kept, now.toISOString())) {
    for (const { doc, version } of page) {
      const found = await notices.get(doc.id)
      if (found === undefined) continue
      const { firmId, place } = found.doc
      const [last] = await notices.page({ index: 'firm', equals: { firmId }, descending: true, limit: 1 })
      if (last !== undefined && last.doc.place > place) await notices.remove(doc.id, version)
    }
  }
}
