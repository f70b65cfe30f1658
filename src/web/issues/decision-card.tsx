import type { Issue } from '../../domain/issue.ts'
import { DecisionForm } from './decision-form.tsx'
import type { IssueContext } from './issue-context.ts'

/** What the reader can decide about an issue now, or why nothing. */
export function DecisionCard({
  issue,
  mayAct,
  ...page
}: IssueContext & { readonly issue: Issue; readonly mayAct: boolean }) {
  const { say } = page
  const { status } = issue
  const kind = status === 'open' ? 'skip' : status === 'skipped' ? 'reopen' : undefined
  return (
    <section class="card decide" aria-labelledby="decide">
      <h2 id="decide">{say('issue.decide')}</h2>
      {kind !== undefined && mayAct ? (
        <DecisionForm {...page} issue={issue} kind={kind} back="issue" />
      ) : (
        <p>{say(mayAct ? 'issue.decide.nothing' : 'decision.notYours')}</p>
      )}
    </section>
  )
}
