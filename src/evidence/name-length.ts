import type { Probe } from './probe.ts'
import { shorterName } from './shorter-name.ts'
import { activeOrNot } from './active-or-not.ts'

/** What QuickBooks takes in the name of a product or service. */
const MOST = 100

/** Is the name short enough now? It is read from what would be sent; only for a shorter one are the books asked. */
export const nameLength: Probe = async ({ issue, books, sent, now }) => {
  const { element, maxLength } = issue.diagnosis.captures
  if (element !== undefined && element !== 'Name') return undefined
  const member = sent?.body['Name']
  const name = typeof member === 'string' ? member : issue.record.label
  const most = Number(maxLength ?? MOST) || MOST
  const isTooLong = name.length > most
  const hasColon = name.includes(':')
  const stands = isTooLong || hasColon
  const proposal = stands ? shorterName(name, most) : ''
  const taken =
    proposal === ''
      ? undefined
      : await books.query({
          entity: 'Item',
          where: [{ field: 'Name', operator: '=', value: proposal }, activeOrNot],
        })
  const isFree = taken?.outcome === 'read' && taken.value.length === 0
  return {
    kind: 'name-length',
    values: {
      name,
      length: String(name.length),
      maxLength: String(most),
      isTooLong,
      hasColon,
      proposal: isFree ? proposal : null,
    },
    source: 'host',
    readAt: now().toISOString(),
    cause: stands ? 'stands' : 'gone',
    recommends: stands ? null : 'resync',
  }
}
