import type { Issue } from '../../domain/issue.ts'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  /** What was just done. */
  readonly done: 'skip' | 'reopen'
  readonly issue: Issue
}

/** Says what was just done, and offers to take it back. */
export function DoneMessage({ done, issue, ...page }: Props) {
  const { say } = page
  return (
    <div class="done" role="status">
      <p>{say(`done.${done}`, { label: issue.record.label })}</p>
      {done === 'skip' && issue.status === 'skipped' && (
        <DecisionForm {...page} issue={issue} kind="reopen" back="list" label={say('done.undo')} />
      )}
    </div>
  )
}
