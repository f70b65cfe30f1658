import type { IssueStatus } from '../domain/issue-status.ts'
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
    const found = await issues.page({
      index: indexOf(firmId, field, filters.status),
      equals: { ...filters, ...(firmId !== null && { firmId }) },
      descending: sort.startsWith('-'),
      from,
      until: to,
      after,
      wordPrefixes,
      // One more tells whether there is a next page.
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)?.doc
    const next = found.length > limit && last !== undefined ? { value: last[field], id: last.id } : null
    return { issues: page, next }
  }
}

function indexOf(firmId: string | null, field: 'firstSeenAt' | 'lastSeenAt', status?: IssueStatus): string {
  if (firmId === null) return 'all'
  if (field === 'lastSeenAt') return status === undefined ? 'lastSeen' : 'statusLastSeen'
  return status === undefined ? 'firstSeen' : 'statusFirstSeen'
}
