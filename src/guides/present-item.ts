import type { ErrorItem } from '../domain/error-item.ts'
import type { Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import { articleParts } from './article-parts.ts'

/** A row of the table as published, beside our correction from the item's article (Markdown). */
export function presentItem(item: ErrorItem, guides: Guides, language: Language) {
  const { title, body } = guides.render({ slug: item.slug, captures: {}, language, format: 'markdown' })
  const { why, sections } = articleParts(body)
  const { issueType, description, resolution } = item.source
  return {
    number: item.number,
    slug: item.slug,
    title,
    message: item.message,
    published: { issueType, recordTypes: [...item.published], description, resolution },
    // An article's first section is its cure.
    corrected: { description: why, resolution: sections[0] ?? '' },
    occursOn: [...item.occursOn],
    codes: [...item.codes],
    retry: item.retry,
    actions: [...item.actions],
    captures: Object.keys(item.captures),
  }
}
