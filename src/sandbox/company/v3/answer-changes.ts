import type { Books } from '../books/books.ts'
import { entityCalled } from '../entity-called.ts'
import { parseInstant } from '../parse-instant.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'

const LOOK_BACK = 30 * 24 * 60 * 60 * 1000
const MOST_OBJECTS = 1000

interface Asked {
  /** Parted by commas. */
  readonly entities: string
  readonly changedSince: string
  readonly now: Date
}

/** Change data capture: what was changed and deleted since then, at most 30 days ago. */
export function answerChanges(books: Books, { entities, changedSince, now }: Asked): Told {
  // A plus that a client did not escape has become a blank on its way.
  const since = parseInstant(changedSince.replace(/ (?=\d\d:?\d\d$)/u, '+'))
  if (since === undefined) {
    return refusal({ code: '2070', message: 'Invalid Date', detail: `Invalid Date : ${changedSince}` })
  }
  if (since < now.getTime() - LOOK_BACK) {
    // Neither code nor words are known of Intuit's own refusal.
    const detail = 'Invalid Date Range : changedSince lies more than 30 days back'
    return refusal({ code: '2190', message: 'Invalid Date Range', detail })
  }
  let left = MOST_OBJECTS
  const responses: Readonly<Record<string, unknown>>[] = []
  for (const name of entities.split(',').map((one) => one.trim())) {
    const entity = entityCalled(name)
    if (entity === undefined) {
      const message = 'Invalid or unsupported object name'
      return refusal({ code: '2000', message, detail: `Object Name: ${name}` })
    }
    const isAsked = (one: { readonly MetaData: { readonly LastUpdatedTime: string } }) =>
      (parseInstant(one.MetaData.LastUpdatedTime) ?? 0) >= since
    const changed = [
      ...books.all(entity).filter(isAsked),
      ...books
        .deleted(entity)
        .filter(isAsked)
        .map((gone) => ({ domain: 'QBO', ...gone })),
    ].slice(0, left)
    left -= changed.length
    const counts = { startPosition: 1, maxResults: changed.length }
    responses.push(changed.length === 0 ? {} : { [entity]: changed, ...counts })
  }
  return { members: { CDCResponse: [{ QueryResponse: responses }] } }
}
