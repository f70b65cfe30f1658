/** What every article of a language has in common. */
export interface ArticleLanguage {
  readonly name: string
  /** The second-level headings of each article, in order. */
  readonly sections: readonly string[]
  /** The line under a guide that dates its menu names; `{systems}` stands for the list. */
  readonly reviewed: string
  /** The line above a guide that tells when its facts were read; `{moment}` stands for that. */
  readonly read: string
  /** Kinds of documents, as QuickBooks' API names them, as they stand before a number in a sentence. */
  readonly documents: Readonly<Record<string, string>>
}
