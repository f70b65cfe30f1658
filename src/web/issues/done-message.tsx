import { DecisionForm } from './decision-form.tsx'
import { doneSentence } from './done-sentence.ts'
import type { Done } from './done.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly done: Done | undefined
  /** Whether to offer to take it back. */
  readonly undo: boolean
}

/** Says what was just done, if anything was. */
export function DoneMessage({ done, undo, ...page }: Props) {
  const { say } = page
  if (done === undefined) return null
  const { kind, issue } = done
  return (
    <div class="done" role="status">
      <p>{doneSentence(say, done)}</p>
      {undo && kind === 'skip' && issue.status === 'skipped' && (
        <DecisionForm {...page} issue={issue} kind="reopen" back="list" label={say('done.undo')} />
      )}
    </div>
  )
}
