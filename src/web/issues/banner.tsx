import type { IssueSummary } from '../../issues/summarize-issues.ts'
import { inboxAddress } from './inbox-address.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly summary: IssueSummary
  readonly titleOf: (item: string) => string
}

/** What stands between the firm and its books: how much of what, what it is worth, and the one next step. */
export function Banner({ summary, titleOf, say, href, base, money }: Props) {
  const causes = new Map<string, number>()
  for (const { item, status, count } of summary.counts) {
    if (status === 'open') causes.set(item, count + (causes.get(item) ?? 0))
  }
  const [first, ...others] = [...causes].sort(([, a], [, b]) => b - a)
  if (first === undefined) return null
  const [item] = first
  return (
    <section class="banner" aria-labelledby="banner">
      <span class="sign" aria-hidden="true">
        !
      </span>
      <div>
        <h2 id="banner">{say('banner.title', { count: summary.open })}</h2>
        <p>
          {[first, ...others]
            .map(([slug, count]) => say('banner.cause', { title: titleOf(slug), count }))
            .join(' · ')}
        </p>
        {summary.atStake.length > 0 && (
          <p>
            {say('banner.atStake', { amount: summary.atStake.map((one) => money(one.money)).join(' + ') })}
          </p>
        )}
        <p>
          <a class="step" href={href(inboxAddress(base, { item }))}>
            {say('banner.next', { title: titleOf(item) })}
          </a>
        </p>
      </div>
    </section>
  )
}
