import type { Language } from '../domain/language.ts'
import { type Translate, translate } from '../messages/translate.ts'

/** What every page needs to know of its reader. */
export interface PageContext {
  readonly language: Language
  readonly say: Translate
  /** An address of ours that keeps the reader's language. */
  readonly href: (path: string) => string
  /** Who is signed in, if anybody is. */
  readonly visitor?: { readonly name: string; readonly firmId: string; readonly firmName: string }
}

export function pageContext(language: Language): PageContext {
  return {
    language,
    say: translate(language),
    href: (path) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
  }
}
