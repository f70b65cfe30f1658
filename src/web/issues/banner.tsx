import { causesOf } from '../../domain/causes-of.ts'
import type { IssueSummary } from '../../issues/summarize-issues.ts'
import { inboxAddress } from './inbox-address.ts'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly summary: IssueSummary
  readonly titleOf: (item: string) => string
}

/** More causes than these are only counted. */
const NAMED = 3

/** What stands between the firm and its books: how much of what, what it is worth, and the one next step. */
export function Banner({ summary, titleOf, say, href, base, money }: Props) {
  const { all, first } = causesOf(summary.counts)
  if (first === undefined) return null
  const { item, count } = first
  const named = all
    .slice(0, NAMED)
    .map((one) => say('banner.cause', { title: titleOf(one.item), count: one.count }))
  const more = all.length - named.length
  return (
    <section class="banner" aria-labelledby="banner">
      <span class="sign" aria-hidden="true">
        !
      </span>
      <div>
        <h2 id="banner" data-say>
          {say('banner.title', { count: summary.open })}
        </h2>
        <p>
          {named.join(' · ')}
          {more > 0 && ` ${say('banner.more', { count: more })}`}
        </p>
        {summary.atStake.length > 0 && (
          <p>
            {say('banner.atStake', { amount: summary.atStake.map((one) => money(one.money)).join(' + ') })}
          </p>
        )}
        <p>
          <a class="step" href={href(inboxAddress(base, { item }))}>
            {say(item === 'unrecognized' ? 'banner.next.unknown' : 'banner.next', {
              title: titleOf(item),
              count,
            })}
          </a>
        </p>
      </div>
    </section>
  )
}
