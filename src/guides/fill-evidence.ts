import type { ArticleLanguage } from '../domain/article-language.ts'
import { currencyDigits } from '../domain/currency-digits.ts'
import { type EvidenceField, evidenceFields, evidenceKinds } from '../domain/evidence-fields.ts'
import { evidenceName } from '../domain/evidence-name.ts'
import type { FirmFacts } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import { localeOf } from '../domain/locale-of.ts'
import { escapeMarkdown } from './escape-markdown.ts'

type Value = string | boolean | null | readonly string[]

/** The facts as an article's variables: as the firm's country writes them in the reader's language, and escaped. */
export function fillEvidence(
  { evidence, locale: firmLocale, timeZone }: FirmFacts,
  language: Language,
  { documents }: ArticleLanguage,
): Readonly<Record<string, false | Readonly<Record<string, string | boolean | null>>>> {
  const locale = localeOf(language, firmLocale)
  const write = (type: EvidenceField['type'], value: Value, currency: Value | undefined) => {
    if (typeof value !== 'string') return writeList(value, locale)
    switch (type) {
      case 'money':
        return writeMoney(value, currency, locale)
      case 'date':
        return writeMoment(value, locale, { dateStyle: 'long', timeZone: 'UTC' })
      case 'moment':
        return writeMoment(value, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
      case 'document':
        return documents[value] ?? value
      case 'flag':
      case 'text':
      case 'list':
        return value
    }
  }
  const absent = evidenceKinds.map((kind) => [evidenceName(kind), false] as const)
  const present = evidence.map(({ kind, values }) => {
    const fields: Readonly<Record<string, EvidenceField>> = evidenceFields[kind]
    const known: Readonly<Record<string, Value>> = values
    const written = Object.entries(fields).map(([name, { type }]) => {
      const text = write(type, known[name] ?? null, known['currency'])
      return [name, typeof text === 'string' ? escapeMarkdown(text) : text] as const
    })
    return [evidenceName(kind), Object.fromEntries(written)] as const
  })
  // A strict template may ask for a field of what is absent only where that is some value.
  return Object.fromEntries<false | Readonly<Record<string, string | boolean | null>>>([
    ...absent,
    ...present,
  ])
}

/** Null where there is nothing to tell. */
function writeList(value: Exclude<Value, string>, locale: string): string | boolean | null {
  if (value === null || typeof value === 'boolean') return value
  return value.length === 0 ? null : new Intl.ListFormat(locale).format(value)
}

function writeMoney(amount: string, currency: Value | undefined, locale: string): string {
  const number = Number(amount)
  if (typeof currency !== 'string' || currencyDigits(currency) === undefined) {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number)
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(number)
}

/** What is no moment stays as it is: QuickBooks said it so. */
function writeMoment(text: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : new Intl.DateTimeFormat(locale, options).format(at)
}
