import type { IssueStatus } from './issue-status.ts'

/** What comes to an issue; *late*: older than what its status rests on. */
export type IssueInput = 'failure' | 'lateFailure' | 'success' | 'lateSuccess' | 'skip' | 'delete' | 'reopen'

/** What becomes of an issue, by its status and what comes; null: that cannot be done. */
export const issueTransitions: Readonly<
  Record<IssueStatus, Readonly<Record<IssueInput, IssueStatus | null>>>
> = {
  open: {
    failure: 'open',
    lateFailure: 'open',
    success: 'resolved',
    lateSuccess: 'open',
    skip: 'skipped',
    delete: 'deleted',
    reopen: null,
  },
  resolved: {
    failure: 'open',
    lateFailure: 'resolved',
    success: 'resolved',
    lateSuccess: 'resolved',
    skip: null,
    delete: null,
    reopen: null,
  },
  // A skip stands until somebody takes it back: further reports are counted, and nobody is told.
  skipped: {
    failure: 'skipped',
    lateFailure: 'skipped',
    success: 'skipped',
    lateSuccess: 'skipped',
    skip: null,
    delete: null,
    reopen: 'open',
  },
  deleted: {
    failure: 'open',
    lateFailure: 'deleted',
    success: 'deleted',
    lateSuccess: 'deleted',
    skip: null,
    delete: null,
    reopen: null,
  },
}
