import type { Captures } from '../../domain/capture.ts'
import type { GuideFormat } from '../../domain/guide.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { languages } from '../../domain/language.ts'
import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'
import { sampleEvidence } from './sample-evidence.ts'

const formats: readonly GuideFormat[] = ['html', 'markdown', 'text']
const PLACE = { locale: 'en-CA', timeZone: 'America/Toronto' } as const
const UNRENDERED = /\{\{|\bundefined\b|\[object /u

/**
 * Every article renders in every format, with no value, with all values, with each fact, and shows no trace of its
 * template.
 */
export function checkGuides({ ruleFiles }: ParsedCatalog, { guides }: Behaviour): readonly CatalogFault[] {
  const articles = [
    { name: 'unrecognized', slug: null, captures: {}, facts: [] },
    ...ruleFiles.map(({ name, rule }) => ({
      name,
      slug: rule.item.slug,
      captures: sample(rule.item.captures),
      facts: sampleEvidence(rule.item.evidence),
    })),
  ]
  const faults = articles.flatMap(({ name, slug, captures, facts }) =>
    languages.flatMap((language) =>
      triesOf(captures, facts).flatMap(({ values, evidence }) =>
        formats.flatMap((format) => {
          const file = `kb/${name}/${language}.md.hbs`
          try {
            const { title, body } = guides.render({
              slug,
              captures: values,
              facts: { evidence, ...PLACE },
              language,
              format,
            })
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
  ) // One fault of an article shows in many of its guides.
  return faults.filter(
    ({ file, reason }, i) => faults.findIndex((one) => one.file === file && one.reason === reason) === i,
  )
}

interface Try {
  readonly values: Captures
  readonly evidence: readonly Evidence[]
}

/** Without anything, with what the text says, and with what the books say beside it. */
function triesOf(captures: Captures, facts: readonly (readonly Evidence[])[]): readonly Try[] {
  return [
    { values: {}, evidence: [] },
    { values: captures, evidence: [] },
    ...facts.flatMap((evidence) => [
      { values: {}, evidence },
      { values: captures, evidence },
    ]),
  ]
}

function sample(captures: Readonly<Record<string, unknown>>): Captures {
  return Object.fromEntries(Object.keys(captures).map((name) => [name, `(${name})`]))
}
