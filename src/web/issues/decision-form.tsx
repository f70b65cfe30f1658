import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly kind: 'skip' | 'reopen'
  /** Where to go afterwards: the list, or the issue itself. */
  readonly back: 'list' | 'issue'
  readonly label?: string
}

/** One button that skips an issue or takes the skip back, with what that means said before. */
export function DecisionForm({ issue, kind, back, label, say, href, base }: Props) {
  const means = `means-${kind}-${issue.id}`
  return (
    <form method="post" action={href(`${base}/${issue.id}/actions`)}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="back" value={back} />
      {label === undefined && (
        <p class="means" id={means}>
          {say(`decision.${kind}.means`, { label: issue.record.label, type: issue.record.type })}
        </p>
      )}
      <button aria-describedby={label === undefined ? means : undefined}>
        {label ?? say(`decision.${kind}`)}
      </button>
    </form>
  )
}
