import type { Issue } from '../../domain/issue.ts'

/** What somebody just asked for, and the issue as it is now. */
export interface Done {
  readonly kind: 'skip' | 'reopen'
  readonly issue: Issue
}
