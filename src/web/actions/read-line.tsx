import type { Evidence } from '../../domain/evidence.ts'
import type { IssueContext } from '../issues/issue-context.ts'

/** When the firm's books were read for an issue, if they were; the oldest fact counts. */
export function ReadLine({
  evidence,
  say,
  moment,
}: IssueContext & { readonly evidence: readonly Evidence[] }) {
  const [oldest] = evidence.map(({ readAt }) => readAt).toSorted()
  if (oldest === undefined) return null
  return (
    <p class="means">
      {say('cause.readAt')} <time dateTime={oldest}>{moment(oldest)}</time>
    </p>
  )
}
