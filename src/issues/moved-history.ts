import type { HistoryEntry } from '../domain/history-entry.ts'
import type { Collection } from '../storage/collection.ts'

/** A line of history that its issue has no room for any more. */
export interface MovedEntry {
  readonly id: string
  readonly firmId: string
  readonly issueId: string
  /** The entry's number, so that it sorts as text. */
  readonly place: string
  readonly entry: HistoryEntry
}

export const movedHistoryDesign = {
  name: 'history',
  fields: { firmId: 'firmId', issueId: 'issueId', place: 'place' },
  indexes: { firm: ['firmId', 'place'], issue: ['issueId', 'place'], all: ['issueId'] },
} as const

export type MovedHistory = Collection<MovedEntry, keyof typeof movedHistoryDesign.fields>
