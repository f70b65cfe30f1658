import type { Versioned } from '../storage/collection.ts'
import type { Issue } from '../domain/issue.ts'
import type { Decide } from './decide.ts'
import type { IssueHistory } from './issue-history.ts'
import type { ListIssues } from './list-issues.ts'
import type { ReportFailure } from './report-failure.ts'
import type { ReportSuccess } from './report-success.ts'
import type { SummarizeIssues } from './summarize-issues.ts'

/** All that can be done with issues. */
export interface Issues {
  /** An issue of this firm. */
  readonly get: (firmId: string, issueId: string) => Promise<Versioned<Issue> | undefined>
  readonly reportFailure: ReportFailure
  readonly reportSuccess: ReportSuccess
  readonly list: ListIssues
  readonly summarize: SummarizeIssues
  readonly history: IssueHistory
  readonly decide: Decide
}
