import { describe, expect, it } from '@jest/globals'
import { checkArticleVariables } from '../../../src/catalog/checks/check-article-variables.ts'
import type { ArticleFile, CatalogFiles } from '../../../src/catalog/catalog-files.ts'
import { NAME, article, filesOf, parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const name = { en: 'Practice', fr: 'Practice' }
const host = { key: 'host', name: 'Practice', reviewed: '2026-03-02', names: { name, resync: name } }
const parsed = parsedOf({ ruleFiles: [ruleFile()], systems: [host] })
const systems = [{ file: 'kb/systems/host.json', name: 'host', json: {} }]
const rules = [{ file: `rules/${NAME}.json`, name: NAME, json: {} }]

function told(articles: readonly ArticleFile[], from = parsed, files: Partial<CatalogFiles> = {}) {
  return checkArticleVariables(filesOf({ articles, systems, rules, ...files }), from)
}
const english = (source: string) => told([article(source)]).map(({ reason }) => reason)
const unknown = (variable: string) => `{{${variable}}} is neither a capture of its rule nor a system's name`

describe('a variable of an article', () => {
  it('is a capture of its rule in its own if, or a name of a system', () => {
    expect(english('{{host.name}} {{host.resync}} {{#if user}}{{user}}{{/if}}')).toEqual([])
  })

  it.each(['colour', 'docNumber', 'host', 'host.colour', 'user.length', 'constructor'])(
    'is told if it is neither: %s',
    (variable) => {
      expect(told([article(`{{${variable}}}`)])).toEqual([
        { file: `kb/${NAME}/en.md.hbs`, name: NAME, reason: unknown(variable) },
      ])
      expect(english(`{{#if ${variable}}}x{{/if}}`)).toEqual([unknown(variable)])
    },
  )

  it.each([
    '{{user}}',
    '{{#unless user}}{{user}}{{/unless}}',
    '{{#if user}}x{{else}}{{user}}{{/if}}',
    '{{#if host.name}}{{user}}{{/if}}',
  ])('that may be absent is told outside of its own if: %s', (source) => {
    expect(english(source)).toEqual(['{{user}} may be absent and stands outside of {{#if user}}'])
  })

  it('that stands for one of several is none of ours', () => {
    expect(english('{{#each user}}{{this}}{{/each}}')).toEqual([unknown('')])
  })

  it('may not be used in another article than its rule’s', () => {
    expect(told([article('{{#if user}}x{{/if}}', 'en', 'unrecognized')])).toEqual([
      { file: 'kb/unrecognized/en.md.hbs', name: 'unrecognized', reason: unknown('user') },
    ])
  })
})

describe('a fact that the item needs', () => {
  const needing = parsedOf({
    ruleFiles: [ruleFile({ item: { evidence: ['number-holder'] } })],
    systems: [host],
  })
  const reasons = (source: string, from = needing) =>
    told([article(source)], from).map(({ reason }) => reason)

  it('may be asked about, and written where it is there', () => {
    const sources = [
      '{{#if numberHolder}}{{numberHolder.number}}{{/if}}',
      '{{#if numberHolder.isTaken}}{{numberHolder.number}} {{numberHolder.total}}{{/if}}',
      '{{#if numberHolder.customerName}}{{numberHolder.customerName}}{{/if}}',
      '{{#unless numberHolder.isOurs}}x{{/unless}}',
    ]
    for (const source of sources) expect(reasons(source)).toEqual([])
  })

  it('is told where it may be absent', () => {
    const absent = (name: string, guard: string) =>
      `{{numberHolder.${name}}} may be absent and stands outside of {{#if numberHolder${guard}}}`
    expect(reasons('{{numberHolder.number}}')).toEqual([absent('number', '')])
    expect(reasons('{{#if numberHolder}}{{numberHolder.total}}{{/if}}')).toEqual([
      absent('total', '.isTaken'),
    ])
    expect(reasons('{{#if numberHolder.isTaken}}x{{else}}{{numberHolder.total}}{{/if}}')).toEqual([
      absent('total', '.isTaken'),
    ])
  })

  it('that only holds or not can be asked about, not written', () => {
    expect(reasons('{{#if numberHolder}}{{numberHolder.isOurs}}{{/if}}')).toEqual([
      '{{numberHolder.isOurs}} can only be asked about, with {{#if numberHolder.isOurs}}',
    ])
  })

  it('is told where no such fact is needed, or none of that name is there', () => {
    expect(reasons('{{#if numberHolder.colour}}x{{/if}}')).toEqual([unknown('numberHolder.colour')])
    expect(reasons('{{#if itemStates}}x{{/if}}')).toEqual([unknown('itemStates')])
    expect(english('{{#if numberHolder}}x{{/if}}')).toEqual([unknown('numberHolder')])
  })

  it('is not judged where its rule cannot be read', () => {
    const source = '{{#if numberHolder.isTaken}}{{numberHolder.total}}{{/if}}'
    expect(reasons(source, parsedOf({ systems: [host] }))).toEqual([])
  })
})

describe('a variable that a broken file would have named', () => {
  const withoutRule = parsedOf({ systems: [host] })
  const withoutSystem = parsedOf({ ruleFiles: [ruleFile()] })

  it('is not judged', () => {
    expect(told([article('{{colour}}')], withoutRule)).toEqual([])
    expect(told([article('{{host.colour}}')], withoutSystem)).toEqual([])
  })

  it('is not judged where other systems can be read', () => {
    const both = [...systems, { file: 'kb/systems/books.json', name: 'books', json: {} }]
    expect(told([article('{{books.colour}}')], parsed, { systems: both })).toEqual([])
  })

  it('is judged where another file would have named it', () => {
    const reasons = (source: string, from = withoutRule, files: Partial<CatalogFiles> = {}) =>
      told([article(source)], from, files).map(({ reason }) => reason)
    expect(reasons('{{host.colour}}')).toEqual([unknown('host.colour')])
    expect(reasons('{{colour}}', withoutRule, { rules: [] })).toEqual([unknown('colour')])
    expect(reasons('{{hostess.colour}}', withoutSystem)).toEqual([unknown('hostess.colour')])
    expect(reasons('{{colour}}', withoutSystem)).toEqual([unknown('colour')])
  })
})

describe('the template of an article', () => {
  it('is told with each construct that articles may not use', () => {
    expect(english('{{host.name colour="red"}} {{{host.name}}}')).toEqual([
      'uses a helper, which articles may not',
      'uses a triple mustache, which articles may not',
    ])
  })

  it('is told with the parser’s words where it is none', () => {
    expect(english('{{#if user}}x{{/unless}}')).toEqual([expect.stringContaining("if doesn't match unless")])
  })
})

describe('the languages of an article', () => {
  const french = (source: string) => article(source, 'fr')

  it('use the same variables, each as often as it likes', () => {
    expect(told([article('{{host.name}}'), french('{{host.name}} {{host.name}}')])).toEqual([])
  })

  it('are told of what one of them lacks', () => {
    expect(told([article('{{host.name}}'), french('{{host.resync}}')])).toEqual([
      { file: `kb/${NAME}/fr.md.hbs`, name: NAME, reason: 'lacks {{host.name}}' },
      { file: `kb/${NAME}/en.md.hbs`, name: NAME, reason: 'lacks {{host.resync}}' },
    ])
    expect(told([french('{{host.resync}}'), article('')])).toEqual([
      { file: `kb/${NAME}/en.md.hbs`, name: NAME, reason: 'lacks {{host.resync}}' },
    ])
  })

  it('are compared within one item only, and only where both can be read', () => {
    expect(told([article('{{host.name}}', 'en', 'unrecognized'), french('')])).toEqual([])
    expect(told([article('{{host.name}} {{!-- a remark --}}'), french('')])).toHaveLength(2)
    expect(told([article('{{host.name}} {{'), french('')])).toHaveLength(1)
    expect(told([french('{{host.name}}')])).toEqual([])
  })
})
