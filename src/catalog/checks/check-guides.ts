import type { Captures } from '../../domain/capture.ts'
import type { GuideFormat } from '../../domain/guide.ts'
import { languages } from '../../domain/language.ts'
import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

const formats: readonly GuideFormat[] = ['html', 'markdown', 'text']
const UNRENDERED = /\{\{|\bundefined\b|\[object /u

/** Every article renders in every format, with no value, with all values, and shows no trace of its template. */
export function checkGuides({ ruleFiles }: ParsedCatalog, { guides }: Behaviour): readonly CatalogFault[] {
  const articles = [
    { name: 'unrecognized', slug: null, captures: {} },
    ...ruleFiles.map(({ name, rule }) => ({
      name,
      slug: rule.item.slug,
      captures: sample(rule.item.captures),
    })),
  ]
  return articles.flatMap(({ name, slug, captures }) =>
    languages.flatMap((language) =>
      [{}, captures].flatMap((values: Captures) =>
        formats.flatMap((format) => {
          const file = `kb/${name}/${language}.md.hbs`
          try {
            const { title, body } = guides.render({ slug, captures: values, language, format })
            return [
              ...(UNRENDERED.test(title + body)
                ? [{ file, name, reason: `as ${format} shows its template` }]
                : []),
              // Emphasis that a value with punctuation at its ends broke is left as it was written.
              ...(format === 'html' && body.includes('*')
                ? [{ file, name, reason: 'emphasis round a variable should stand between blanks' }]
                : []),
            ]
          } catch (error) {
            return [{ file, name, reason: `does not render as ${format}: ${String(error)}` }]
          }
        }),
      ),
    ),
  )
}

function sample(captures: Readonly<Record<string, unknown>>): Captures {
  return Object.fromEntries(Object.keys(captures).map((name) => [name, `(${name})`]))
}
