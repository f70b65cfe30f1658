/** What every article of a language has in common. */
export interface ArticleLanguage {
  readonly name: string
  /** The second-level headings of each article, in order. */
  readonly sections: readonly string[]
  /** The line under a guide that dates its menu names; `{systems}` stands for the list. */
  readonly reviewed: string
}
