import type { Language } from '../../domain/language.ts'

/** A mail in sentences: the same ones as HTML and as plain text. */
export interface ToldMail {
  readonly language: Language
  readonly subject: string
  readonly title: string
  readonly lead: string
  readonly sections: readonly ToldSection[]
  /** The one link. */
  readonly link: { readonly label: string; readonly address: string; readonly means: string }
  /** Why somebody gets it. */
  readonly footer: readonly string[]
}

export interface ToldSection {
  /** Null: the title says it already. */
  readonly heading: string | null
  readonly isAlarm: boolean
  readonly paragraphs: readonly string[]
  readonly lines: readonly string[]
  /** What somebody does next. */
  readonly step: string | null
}
