import type { Issue } from '../domain/issue.ts'
import type { Versioned } from '../storage/collection.ts'
import type { IssueCollection } from './issue-collection.ts'
import type { MovedHistory } from './moved-history.ts'
import type { MovedReports } from './moved-reports.ts'
import { movedReportId, trimIssue } from './trim-issue.ts'

export interface IssueStoreNeeds {
  readonly issues: IssueCollection
  readonly movedReports: MovedReports
  readonly movedHistory: MovedHistory
}

/** Issues one by one: each change is one compare-and-set of the whole document. */
export function createIssueStore(needs: IssueStoreNeeds) {
  const { issues, movedReports } = needs

  return {
    /** An issue of this firm. */
    async get(firmId: string, id: string): Promise<Versioned<Issue> | undefined> {
      const found = await issues.get(id)
      return found?.doc.firmId === firmId ? found : undefined
    },

    insert: (issue: Issue) => issues.insert(issue),

    remove: (id: string, ifVersion: number) => issues.remove(id, ifVersion),

    /** Undefined: it has changed meanwhile. */
    async replace(issue: Issue, ifVersion: number, now: string): Promise<Versioned<Issue> | undefined> {
      const doc = await trimIssue(needs, issue, now)
      return (await issues.replace(doc, ifVersion)) ? { doc, version: ifVersion + 1 } : undefined
    },

    /** Whether this report was applied to the issue before. */
    async knows({ id, reports }: Issue, occurrenceId: string | undefined): Promise<boolean> {
      if (occurrenceId === undefined) return false
      if (reports.some((one) => one.occurrenceId === occurrenceId)) return true
      return (await movedReports.get(movedReportId(id, occurrenceId))) !== undefined
    },
  }
}

export type IssueStore = ReturnType<typeof createIssueStore>
