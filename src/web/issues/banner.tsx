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
  const byItem = new Map<string, number>()
  for (const { item, status, count } of summary.counts) {
    if (status === 'open') byItem.set(item, count + (byItem.get(item) ?? 0))
  }
  const causes = [...byItem].sort(([, a], [, b]) => b - a)
  // For a known cause there are steps; the unknown is looked into when nothing else is left.
  const step = causes.find(([item]) => item !== 'unrecognized') ?? causes[0]
  if (step === undefined) return null
  const [item, count] = step
  const named = causes
    .slice(0, NAMED)
    .map(([slug, many]) => say('banner.cause', { title: titleOf(slug), count: many }))
  const more = causes.length - named.length
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
