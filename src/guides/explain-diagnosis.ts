import type { Diagnosis } from '../domain/diagnosis.ts'
import type { ExplainedDiagnosis } from '../domain/explained-diagnosis.ts'
import type { FirmFacts, GuideFormat, Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'

interface Wanted<Format extends GuideFormat> {
  readonly language: Language
  /** `none` leaves the guide out. */
  readonly format: Format | 'none'
  readonly facts?: FirmFacts
}

/** Puts a diagnosis into a reader's language: the item's title, and the guide in the wanted format. */
export function explainDiagnosis<Format extends GuideFormat>(
  guides: Guides,
  { item, captures, ...rest }: Diagnosis,
  { language, format, facts }: Wanted<Format>,
): ExplainedDiagnosis<Format> {
  const slug = item?.slug ?? null
  return {
    item: item === null ? null : { ...item, title: guides.title(slug, language) },
    captures,
    ...rest,
    guide: format === 'none' ? null : guides.render({ slug, captures, facts, language, format }),
  }
}
