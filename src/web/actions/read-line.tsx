import type { Evidence } from '../../domain/evidence.ts'
import type { IssueContext } from '../issues/issue-context.ts'

/** When the firm's books were read for an issue; the oldest fact counts. */
export function ReadLine({
  evidence,
  say,
  moment,
}: IssueContext & { readonly evidence: readonly Evidence[] }) {
  const [oldest] = evidence.map(({ readAt }) => readAt).toSorted()
  return (
    <p class="means">
      {oldest === undefined ? say('act.checked.never') : say('act.checked', { at: moment(oldest) })}
    </p>
  )
}
