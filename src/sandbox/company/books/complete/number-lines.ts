import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'

/** QuickBooks makes these lines itself. */
const OWN = new Set<unknown>(['SubTotalLineDetail', 'TaxLineDetail'])

/** The lines with their ids and numbers: a line that was there keeps its id, a new one gets one that no line had. */
export function numberLines(members: Members, before: Members | undefined): readonly Members[] {
  const known = new Set((before ? listOf(before, 'Line') : []).flatMap((line) => textOf(line, 'Id') ?? []))
  let lastId = Math.max(0, ...[...known].map(Number))
  return listOf(members, 'Line')
    .filter(({ DetailType: type }) => !OWN.has(type))
    .map((line, i) => {
      const id = textOf(line, 'Id')
      // An id counts once: the same line sent twice is two lines.
      const isKept = id !== undefined && known.delete(id)
      return { ...line, Id: isKept ? id : String(++lastId), LineNum: i + 1 }
    })
}
