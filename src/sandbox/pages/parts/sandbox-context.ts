import type { Language } from '../../../domain/language.ts'
import { type PageContext, pageContext } from '../../../web/page-context.ts'

/** What a page of the sandbox needs to know. */
export interface SandboxContext extends PageContext {
  /** An amount of the books. */
  readonly money: (amount: number) => string
  readonly moment: (iso: string) => string
}

/** That of the demo firm. */
const TIME_ZONE = 'America/New_York'

export function sandboxContext(language: Language): SandboxContext {
  const locale = language === 'fr' ? 'fr-CA' : 'en-US'
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  })
  return {
    ...pageContext(language),
    money: (amount) => format.format(amount),
    moment: (iso) => moments.format(new Date(iso)),
  }
}
