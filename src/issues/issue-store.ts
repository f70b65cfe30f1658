import type { Action } from '../domain/action.ts'
import { announceIssue } from '../domain/announce-issue.ts'
import type { Issue } from '../domain/issue.ts'
import type { Versioned } from '../storage/collection.ts'
import type { IssueCollection } from './issue-collection.ts'
import type { MovedHistory } from './moved-history.ts'
import type { MovedReports } from './moved-reports.ts'
import type { PastActions } from './past-actions.ts'
import { movedReportId, trimIssue } from './trim-issue.ts'

export interface IssueStoreNeeds {
  readonly issues: IssueCollection
  readonly movedReports: MovedReports
  readonly movedHistory: MovedHistory
  readonly pastActions: PastActions
  readonly newId: () => string
  /** Called with every issue that was written. */
  readonly onWritten?: (issue: Issue) => void
}

/** Issues one by one: each change is one compare-and-set of the whole document. */
export function createIssueStore(needs: IssueStoreNeeds) {
  const { issues, movedReports, pastActions, newId, onWritten } = needs

  return {
    /** An issue of this firm. */
    async get(firmId: string, id: string): Promise<Versioned<Issue> | undefined> {
      const found = await issues.get(id)
      return found?.doc.firmId === firmId ? found : undefined
    },

    /** Undefined: it exists. */
    async insert(issue: Issue, now: string): Promise<Versioned<Issue> | undefined> {
      const doc = announceIssue(issue, undefined, { now, newId })
      if (!(await issues.insert(doc))) return undefined
      onWritten?.(doc)
      return { doc, version: 1 }
    },

    remove: (id: string, ifVersion: number) => issues.remove(id, ifVersion),

    /** Undefined: it has changed meanwhile. */
    async replace(
      before: Versioned<Issue>,
      after: Issue,
      now: string,
    ): Promise<Versioned<Issue> | undefined> {
      const announced = announceIssue(after, before.doc, { now, newId })
      const doc = await trimIssue(needs, announced, now)
      const { action: former } = before.doc
      // It is over, and changes no more: an action under way is never left behind.
      if (former !== null && former.id !== after.action?.id) {
        const { id, firmId, issueId, createdAt } = former
        await pastActions.insert({ id, firmId, issueId, createdAt, action: former })
      }
      const { version } = before
      if (!(await issues.replace(doc, version))) return undefined
      onWritten?.(doc)
      return { doc, version: version + 1 }
    },

    /** An action of this issue, the newest or an older one. */
    async action({ action, id, firmId }: Issue, actionId: string): Promise<Action | undefined> {
      if (action?.id === actionId) return action
      const past = (await pastActions.get(actionId))?.doc.action
      return past?.issueId === id && past.firmId === firmId ? past : undefined
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
