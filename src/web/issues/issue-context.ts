import type { Firm } from '../../domain/firm.ts'
import type { Money } from '../../domain/money.ts'
import type { Language } from '../../domain/language.ts'
import { localeOf } from '../../domain/locale-of.ts'
import { moneyWriter } from '../../domain/money-writer.ts'
import type { Visitor } from '../visits.ts'
import { type PageContext, pageContext } from '../page-context.ts'

/** What the pages of a firm need beside what all pages need. */
export interface IssueContext extends PageContext {
  /** The address of the firm's issues. */
  readonly base: string
  /** The address of the firm's connection to QuickBooks. */
  readonly connection: string
  readonly money: (money: Money) => string
  readonly moment: (iso: string) => string
  /** A day, from YYYY-MM-DD. */
  readonly day: (date: string) => string
}

/** Money and times are written as the firm's country does, in the reader's language and the firm's time zone. */
export function issueContext(language: Language, firm: Firm, visitor: Visitor): IssueContext {
  const locale = localeOf(language, firm.locale)
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: firm.timeZone,
  })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    ...pageContext(language),
    visitor: { name: visitor.name, firmId: firm.id, firmName: firm.name },
    base: `/firms/${firm.id}/issues`,
    connection: `/firms/${firm.id}/quickbooks`,
    money: moneyWriter(locale),
    moment: (iso) => moments.format(new Date(iso)),
    // A date without a time is the same day everywhere.
    day: (date) => (Number.isNaN(Date.parse(date)) ? date : days.format(new Date(date))),
  }
}
