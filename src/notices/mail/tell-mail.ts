import type { Guides } from '../../domain/guide.ts'
import type { Firm } from '../../domain/firm.ts'
import { localeOf } from '../../domain/locale-of.ts'
import type { Language } from '../../domain/language.ts'
import { moneyWriter } from '../../domain/money-writer.ts'
import type { Recipient } from '../../domain/recipient.ts'
import { translate } from '../../messages/translate.ts'
import { cleanLine } from './clean-line.ts'
import type { CauseGroup, Doer, MailContent, NamedRecord, SettledRecord } from './mail-content.ts'
import { mailTitle } from './mail-title.ts'
import type { ToldMail, ToldSection } from './told-mail.ts'

interface Given {
  readonly firm: Firm
  readonly member: Recipient
  readonly language: Language
  readonly titleOf: Guides['title']
  /** Where the link leads. */
  readonly address: string
}

/** More settled records than these are only counted. */
const NAMED = 5

/** Puts what a mail tells into sentences. What others have written is one clean line wherever it stands. */
export function tellMail(
  content: MailContent,
  { firm, member, language, titleOf, address }: Given,
): ToldMail {
  const say = translate(language)
  const locale = localeOf(language, firm.locale)
  const money = moneyWriter(locale)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: firm.timeZone })
  const firmName = cleanLine(firm.name)
  const title = mailTitle(content, say)
  const { news, waiting, connection, endpoints, settled, passing, stale, open } = content

  const sections: readonly ToldSection[] = [
    ...(connection === null ? [] : [ofConnection(connection)]),
    ...(waiting === 0 ? [] : [plain(say('mail.waiting', { count: waiting }), [say('mail.waiting.detail')])]),
    ...news.map((group) => ofGroup(group, changesOf(group))),
    ...endpoints.map(({ url, reason }) => ({
      ...plain(say('mail.endpoint'), [hostOf(url), say(`mail.endpoint.${reason}`)]),
      isAlarm: true,
      step: say('mail.endpoint.step'),
    })),
    ...(stale.length === 0 || news.length === 0
      ? []
      : [plain(say('mail.stale'), [say('mail.stale.detail')])]),
    ...stale.map((group) => ofGroup(group, [])),
    ...(settled.length === 0 ? [] : [ofSettled(settled)]),
    ...(passing === 0 ? [] : [plain(say('mail.passing'), [say('mail.passing.detail', { count: passing })])]),
  ]
  return {
    language,
    subject: `${title} – ${firmName}`,
    title,
    lead: say('mail.lead', { firm: firmName, count: open }),
    sections: sections.map((section) =>
      section.heading === title ? { ...section, heading: null } : section,
    ),
    link: { label: say(open === 0 ? 'mailLink.title' : 'mail.link'), address, means: say('mail.link.means') },
    footer: [
      say('mail.why', { firm: firmName, role: member.role }),
      say('mail.often', { frequency: say(`mail.frequency.${member.notices}`) }),
    ],
  }

  function plain(heading: string, paragraphs: readonly string[]): ToldSection {
    return { heading, isAlarm: false, paragraphs, lines: [], step: null }
  }

  function ofConnection(told: NonNullable<MailContent['connection']>): ToldSection {
    const company =
      told.companyName === null ? [] : [say('mail.company', { name: cleanLine(told.companyName) })]
    const detail =
      told.state === 'lost'
        ? told.by === null
          ? say('connection.cut.detail')
          : say('mail.disconnected', { name: nameOf(told.by) })
        : say('mail.ending.detail', { at: days.format(new Date(told.endsAt)) })
    const heading =
      told.state === 'lost' ? say('connection.cut.title') : say('mail.ending', { count: told.daysLeft })
    return { ...plain(heading, [...company, detail]), isAlarm: true, step: say('mail.reconnect') }
  }

  function ofGroup(group: CauseGroup, changes: readonly string[]): ToldSection {
    const { item, count, atStake, records, retry } = group
    const amounts = atStake.map(money).join(' + ')
    const more = count - records.length
    return {
      heading: say('mail.cause', {
        title: titleOf(item === 'unrecognized' ? null : item, language),
        count,
      }),
      isAlarm: true,
      paragraphs: [...changes, ...(amounts === '' ? [] : [say('banner.atStake', { amount: amounts })])],
      lines: [...records.map(named), ...(more > 0 ? [say('mail.more', { count: more })] : [])],
      step: say('answer.line', {
        label: say('answer.next'),
        value: say(retry === null ? 'answer.retry.unknown' : `answer.retry.${retry}`),
      }),
    }
  }

  function changesOf({ reopened, changed }: CauseGroup): readonly string[] {
    return [
      ...(reopened === 0 ? [] : [say('mail.reopened', { count: reopened })]),
      ...(changed === 0 ? [] : [say('mail.changed', { count: changed })]),
    ]
  }

  function ofSettled(records: readonly SettledRecord[]): ToldSection {
    const more = records.length - NAMED
    return {
      ...plain(say('mail.settled', { count: records.length }), []),
      lines: [
        ...records.slice(0, NAMED).map((record) =>
          say('answer.line', {
            label: named(record),
            value: say(`mail.settled.${record.how}`, { name: nameOf(record.by) }),
          }),
        ),
        ...(more > 0 ? [say('mail.more', { count: more })] : []),
      ],
    }
  }

  function named({ label, client, money: amount }: NamedRecord): string {
    const name = cleanLine(label)
    const of = client === null ? '' : cleanLine(client)
    return [
      name,
      ...(of === '' || of === name ? [] : [of]),
      ...(amount === null ? [] : [money(amount)]),
    ].join(' · ')
  }

  function nameOf({ actor, name }: Doer): string {
    if (actor.type !== 'member') return say(`history.actor.${actor.type}`)
    return cleanLine(name ?? actor.id)
  }
}

/** The rest of an address may be as good as a password. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
