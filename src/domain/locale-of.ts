import type { Language } from './language.ts'

/** How a firm's country writes money and dates, in the reader's language, e.g. `fr-CA`. */
export function localeOf(language: Language, firmLocale: string): string {
  const region = firmLocale.split('-')[1]
  return region === undefined ? language : `${language}-${region}`
}
