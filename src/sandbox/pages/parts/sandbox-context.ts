import type { Language } from '../../../domain/language.ts'
import { type PageContext, pageContext } from '../../../web/page-context.ts'

/** What a page of the sandbox needs to know. */
export interface SandboxContext extends PageContext {
  /** An amount of the books. */
  readonly money: (amount: number) => string
}

export function sandboxContext(language: Language): SandboxContext {
  const locale = language === 'fr' ? 'fr-CA' : 'en-US'
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  return { ...pageContext(language), money: (amount) => format.format(amount) }
}
