import { type IssueStatus, issueStatuses } from '../domain/issue-status.ts'
import type { Issue } from '../domain/issue.ts'
import type { RecordType } from '../domain/record-type.ts'
import type { Position, Versioned } from '../storage/collection.ts'
import type { IssueCollection } from './issue-collection.ts'
import { wordsOf } from './words-of.ts'

export const issueSorts = ['-lastSeenAt', 'lastSeenAt', '-firstSeenAt', 'firstSeenAt'] as const

export type IssueSort = (typeof issueSorts)[number]

/** Which issues, and in which order; bounds are of the member sorted by. */
export interface IssueQuery {
  readonly status?: IssueStatus
  readonly recordType?: RecordType
  readonly item?: string
  readonly retry?: string
  readonly from?: string
  readonly to?: string
  readonly search?: string
  readonly sort: IssueSort
  readonly after?: Position
  readonly limit: number
}

export interface IssuePage {
  readonly issues: readonly Versioned<Issue>[]
  /** Where the next page begins; null: this is the last. */
  readonly next: Position | null
}

/** Null asks across all firms, for support. */
export type ListIssues = (firmId: string | null, query: IssueQuery) => Promise<IssuePage>

export function createListIssues(issues: IssueCollection): ListIssues {
  return async (firmId, { sort, search = '', from, to, after, limit, ...filters }) => {
    const field = sort.endsWith('lastSeenAt') ? 'lastSeenAt' : 'firstSeenAt'
    const wordPrefixes = wordsOf([search])
    // Punctuation alone is in no word; asked without words, the storage would answer everything.
    if (wordPrefixes.length === 0 && search.trim() !== '') return { issues: [], next: null }
    const descending = sort.startsWith('-')
    const asked = { descending, from, until: to, after, wordPrefixes, limit: limit + 1 }
    const statuses = filters.status === undefined ? issueStatuses : [filters.status]
    const pages =
      firmId === null
        ? [await issues.page({ index: 'all', equals: filters, ...asked })]
        : await Promise.all(
            statuses.map((status) => {
              const equals = { ...filters, firmId, status }
              return issues.page({ index: INDEXES[field], equals, ...asked })
            }),
          )
    // Each page is in order; one more than the limit tells whether there is a next page.
    const found = pages.flat().sort((a, b) => (descending ? -1 : 1) * order(a.doc, b.doc, field))
    const page = found.slice(0, limit)
    const last = page.at(-1)?.doc
    const next = found.length > limit && last !== undefined ? { value: last[field], id: last.id } : null
    return { issues: page, next }
  }
}

/** Every index begins with the status, as most lists do; a list of all statuses is several pages in one. */
const INDEXES = { lastSeenAt: 'statusLastSeen', firstSeenAt: 'statusFirstSeen' } as const

function order(a: Issue, b: Issue, field: keyof typeof INDEXES): number {
  return compare(a[field], b[field]) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
