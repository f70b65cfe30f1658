import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import { sampleEvidence } from '../../src/catalog/checks/sample-evidence.ts'
import { type EvidenceField, evidenceFields } from '../../src/domain/evidence-fields.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { languages } from '../../src/domain/language.ts'
import { createGuides } from '../../src/guides/create-guides.ts'
import { catalog } from '../support/catalog.ts'

const guides = createGuides(catalog)

/** A reader of Markdown that turns whatever it can into markup. */
const eager = new MarkdownIt({ html: true, linkify: true, typographer: false })

/** As the reader yields captures: blanks folded, no control characters, not empty. */
const blanks = /[\s\u0000-\u001f\u007f-\u009f]+/gu
const value = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        ...Array.from('*_`[]()<>!#&;:\\"\'=/{}|~@.-+ '),
        'javascript:',
        'http://a.b',
        'www.a.b',
        '<script>',
        'x',
      ),
      maxLength: 40,
    }),
  )
  .map((text) => text.toWellFormed().replace(blanks, ' ').trim())
  .filter((text) => text !== '')

const articles = catalog.rules
  .filter(({ item }) => Object.keys(item.captures).length + item.evidence.length > 0)
  .flatMap(({ item }) => languages.map((language) => ({ item, language })))

/** The elements with their attributes, and the text, of some HTML. */
function anatomy(html: string) {
  const elements: string[] = []
  let text = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push(`${name} ${JSON.stringify(attributes)}`),
      ontext: (piece) => (text += piece),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { elements, text }
}

const STAND_IN = 'Standin'

/** A fact that holds this in every text that comes from the books. */
function saying(fact: Evidence, text: string): Evidence {
  const fields: Readonly<Record<string, EvidenceField>> = evidenceFields[fact.kind]
  const values = Object.entries(fact.values).map(([name, was]) => {
    const type = fields[name]?.type
    return [name, type === 'text' && name !== 'currency' ? text : type === 'list' ? [text, text] : was]
  })
  return { ...fact, values: Object.fromEntries(values) as Evidence['values'] } as Evidence
}

describe.each(articles)('in the guide of $item.slug in $language', ({ item, language }) => {
  const render = (format: 'html' | 'markdown', captured: string) => {
    const captures = Object.fromEntries(Object.keys(item.captures).map((name) => [name, captured]))
    const evidence = (sampleEvidence(item.evidence)[0] ?? []).map((fact) => saying(fact, captured))
    const facts = { evidence, locale: 'en-CA', timeZone: 'America/Toronto' }
    return guides.render({ slug: item.slug, captures, facts, language, format }).body
  }

  it('any value, captured or read, comes back as its own text, and adds no element and no attribute', () => {
    fc.assert(
      fc.property(value, (captured) => {
        for (const html of [
          (text: string) => render('html', text),
          (text: string) => eager.render(render('markdown', text)),
        ]) {
          const plain = anatomy(html(STAND_IN))
          const filled = anatomy(html(captured))
          expect(filled.elements).toEqual(plain.elements)
          expect(filled.text).toBe(plain.text.replaceAll(STAND_IN, () => captured))
        }
      }),
      { numRuns: 60 },
    )
  })
})
