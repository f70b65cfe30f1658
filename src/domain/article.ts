import type { Language } from './language.ts'

/** The knowledge-base text of an item in one language: Markdown with Handlebars variables. */
export interface Article {
  /** The item's slug, or `unrecognized`. */
  readonly slug: string
  readonly language: Language
  readonly source: string
}
