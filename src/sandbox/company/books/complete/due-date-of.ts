import type { BooksView } from '../books-view.ts'
import { idOf } from '../read/id-of.ts'
import type { Members } from '../read/members.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** The day by which to pay, YYYY-MM-DD, by the terms; without any on the day itself. */
export function dueDateOf(members: Members, day: string, books: Pick<BooksView, 'get'>): string {
  const termId = idOf(members, 'SalesTermRef')
  const days = termId === undefined ? undefined : books.get('Term', termId)?.['DueDays']
  const later = new Date(
    Date.parse(`${day}T00:00:00Z`) + (typeof days === 'number' ? days : 0) * DAY_MILLISECONDS,
  )
  return later.toISOString().slice(0, 10)
}
