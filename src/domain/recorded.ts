import type { HistoryEntry } from './history-entry.ts'
import type { Issue } from './issue.ts'

interface Happening {
  readonly occurrenceId?: string
  readonly now: string
  /** What history says of it, if it is worth a line. */
  readonly entry?: Pick<HistoryEntry, 'at' | 'actor' | 'event' | 'from'> &
    Partial<Pick<HistoryEntry, 'note' | 'reason' | 'intuitTid' | 'actionId'>>
}

/** The issue with what just happened to it on record. */
export function recorded(issue: Issue, { occurrenceId, now, entry }: Happening): Issue {
  return {
    ...issue,
    ...(occurrenceId !== undefined && { reports: [...issue.reports, { occurrenceId, at: now }] }),
    ...(entry && {
      history: [
        ...issue.history,
        {
          number: (issue.history.at(-1)?.number ?? 0) + 1,
          note: null,
          reason: null,
          intuitTid: null,
          actionId: null,
          ...entry,
          to: issue.status,
          item: issue.item === 'unrecognized' ? null : issue.item,
        },
      ],
    }),
  }
}
