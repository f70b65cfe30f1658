import type { ArticleLanguage } from '../domain/article-language.ts'
import type { Article } from '../domain/article.ts'
import type { Language } from '../domain/language.ts'
import type { RetryRule } from '../domain/retry-rule.ts'
import type { Rule } from '../domain/rule.ts'
import type { SystemNames } from '../domain/system-names.ts'

/** Rules and articles, read and checked, held as one value. */
export interface Catalog {
  /** By item number. */
  readonly rules: readonly Rule[]
  readonly retryRules: readonly RetryRule[]
  readonly articles: readonly Article[]
  readonly languages: Readonly<Record<Language, ArticleLanguage>>
  readonly systems: readonly SystemNames[]
}
