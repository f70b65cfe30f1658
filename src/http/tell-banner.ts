import { causesOf } from '../domain/causes-of.ts'
import type { Firm } from '../domain/firm.ts'
import type { Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import { localeOf } from '../domain/locale-of.ts'
import { moneyWriter } from '../domain/money-writer.ts'
import type { IssueSummary } from '../issues/summarize-issues.ts'
import { translate } from '../messages/translate.ts'
import type { components } from './api-types.ts'

interface Told {
  readonly firm: Firm
  readonly summary: IssueSummary
  readonly guides: Guides
  readonly language: Language
  readonly publicUrl: string
  /** Where the next step leads. */
  readonly link: string
}

/** More causes than these are only counted. */
const NAMED = 3

/** What a banner on a page of the host says, in whole sentences. */
export function tellBanner({ firm, summary, guides, language, publicUrl, link }: Told): Banner {
  const say = translate(language)
  const titleOf = (item: string) => guides.title(item === 'unrecognized' ? null : item, language)
  const { all, first } = causesOf(summary.counts)
  if (first === undefined) return NOTHING
  const amounts = summary.atStake.map((one) => one.money).map(moneyWriter(localeOf(language, firm.locale)))
  const more = all.length - NAMED
  return {
    open: summary.open,
    title: say('banner.title', { count: summary.open }),
    causes: all.slice(0, NAMED).map(({ item, count }) => ({
      text: say('banner.cause', { title: titleOf(item), count }),
      href: `${publicUrl}/errors/${item}?lang=${language}`,
    })),
    more: more > 0 ? say('banner.more', { count: more }) : null,
    atStake: amounts.length === 0 ? null : say('banner.atStake', { amount: amounts.join(' + ') }),
    next: {
      text: say(first.item === 'unrecognized' ? 'banner.next.unknown' : 'banner.next', {
        title: titleOf(first.item),
        count: first.count,
      }),
      href: link,
    },
  }
}

type Banner = components['schemas']['Banner']

const NOTHING: Banner = { open: 0, title: null, causes: [], more: null, atStake: null, next: null }
