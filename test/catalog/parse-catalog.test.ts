import { describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogFiles, JsonFile } from '../../src/catalog/catalog-files.ts'
import { parseCatalog } from '../../src/catalog/parse-catalog.ts'
import { root } from '../../src/root.ts'
import { article, filesOf } from '../support/catalog-parts.ts'
import { CASES, NAME, RULE, staleObject } from '../support/stale-object.ts'

const json = async (file: string): Promise<JsonFile> => ({
  file,
  name: path.basename(file, '.json'),
  json: JSON.parse(await readFile(path.join(root, file), 'utf8')) as unknown,
})

const schemas = {
  rule: await json('rules/rule.schema.json'),
  retry: await json('rules/retry.schema.json'),
  case: await json('test/cases/case.schema.json'),
  languages: await json('kb/languages.schema.json'),
  system: await json('kb/systems/system.schema.json'),
}
const rule = { file: RULE, name: NAME, json: staleObject[RULE] }
const cases = { file: CASES, name: NAME, json: staleObject[CASES] }
const other = await json('rules/04-duplicate-document-number.json')
const retry = await json('rules/retry.json')
const languages = await json('kb/languages.json')
const host = await json('kb/systems/host.json')

/** The shipped files as far as they matter here, with those of a test. */
const parse = (files: Partial<CatalogFiles> = {}) =>
  parseCatalog(
    filesOf({ schemas, rules: [rule, other], retry, languages, systems: [host], cases: [cases], ...files }),
  )

/** A file with other members at its top, or below one of them. */
const changed = (file: JsonFile, members: object): JsonFile => ({
  ...file,
  json: { ...(file.json as object), ...members },
})
const changedRow = (members: object) => {
  const { event } = rule.json as { event: { params: object } }
  return changed(rule, { event: { ...event, params: { ...event.params, ...members } } })
}

describe('the files of a catalog', () => {
  it('become rules by number, each with its row', () => {
    const { catalog, ruleFiles, faults } = parse()
    expect(faults).toEqual([])
    expect(ruleFiles.map(({ file, name }) => [file, name])).toEqual([
      [RULE, NAME],
      [other.file, other.name],
    ])
    expect(catalog.rules.map(({ item }) => item.number)).toEqual([4, 11])
    const { conditions } = rule.json as { conditions: unknown }
    const { item, ...params } = (rule.json as { event: { params: Record<string, unknown> } }).event.params
    expect(catalog.rules[1]).toEqual({
      conditions,
      rank: 0,
      item: {
        ...params,
        number: item,
        slug: 'stale-object',
        retryWhen: [],
        evidence: [],
        captures: { user: [{ pattern: '\\bYou and (?<user>.{1,100}?) were working' }] },
      },
    })
  })

  it('may give a rule a rank, contexts of another retry class, facts that it needs, and several sources of a capture', () => {
    const retryWhen = [{ fact: 'entity', operator: 'equal', value: 'Item', retry: 'user_fix' }]
    const digits = { pattern: '(?<user>\\d)', as: 'digits' }
    const evidence = ['number-holder']
    const captures = { user: ['(?<user>a)', digits, { fact: 'element' }], where: { fact: 'element' } }
    const [parsed] = parse({ rules: [changedRow({ rank: 2, retryWhen, evidence, captures })] }).catalog.rules
    expect(parsed).toMatchObject({ rank: 2, item: { retryWhen, evidence } })
    expect(parsed?.item.captures).toEqual({
      user: [{ pattern: '(?<user>a)' }, digits, { fact: 'element' }],
      where: [{ fact: 'element' }],
    })
    expect(parsed?.item).not.toHaveProperty('rank')
  })

  it('become cases, retry rules, languages and systems', () => {
    const { catalog, caseFiles } = parse()
    expect(caseFiles).toEqual([{ ...(cases.json as object), file: CASES, name: NAME }])
    const { rules } = retry.json as { rules: { conditions: unknown; event: { type: string } }[] }
    expect(catalog.retryRules).toEqual(
      rules.map(({ conditions, event }) => ({ conditions, retry: event.type })),
    )
    expect(catalog.languages).toEqual(languages.json)
    expect(catalog.systems).toEqual([{ ...(host.json as object), key: 'host' }])
  })

  it('become articles by slug, in our languages', () => {
    const articles = [article('# A'), article('# B', 'de'), article('# C', 'fr', 'unrecognized')]
    expect(parse({ articles }).catalog.articles).toEqual([
      { slug: 'stale-object', language: 'en', source: '# A' },
      { slug: 'unrecognized', language: 'fr', source: '# C' },
    ])
  })
})

describe('a file that does not fit its schema', () => {
  const reasons = (files: Partial<CatalogFiles>) => parse(files).faults.map(({ reason }) => reason)

  it('is told with the place and what would fit, and is left out', () => {
    const { catalog, ruleFiles, faults } = parse({ rules: [changedRow({ retry: 'never' }), other] })
    expect(faults).toEqual([
      {
        file: RULE,
        name: NAME,
        reason: expect.stringMatching(
          /^\/event\/params\/retry must be equal to one of the allowed values \{"allowedValues":\["transient",/u,
        ),
      },
    ])
    expect(ruleFiles.map(({ name }) => name)).toEqual([other.name])
    expect(catalog.rules).toHaveLength(1)
  })

  it.each<[string, Partial<CatalogFiles>, string, object]>([
    ['cases', { cases: [changed(cases, { matches: [] })] }, CASES, { caseFiles: [] }],
    ['retry rules', { retry: changed(retry, { rules: 1 }) }, retry.file, { catalog: { retryRules: [] } }],
    [
      'languages',
      { languages: changed(languages, { fr: 1 }) },
      languages.file,
      {
        catalog: {
          languages: {
            en: { name: '', sections: [], reviewed: '' },
            fr: { name: '', sections: [], reviewed: '' },
          },
        },
      },
    ],
    ['a system', { systems: [changed(host, { name: 1 })] }, host.file, { catalog: { systems: [] } }],
  ])('is left out where it holds %s', (_what, files, file, left) => {
    const parsed = parse(files)
    expect(parsed.faults).toMatchObject([{ file }])
    expect(parsed).toMatchObject(left)
  })

  it('is told of as a whole where a member of its top is missing', () => {
    expect(reasons({ rules: [changed(rule, { conditions: undefined })] })).toEqual([
      '/ must have required property \'conditions\' {"missingProperty":"conditions"}',
    ])
  })

  it('is told of each fault once', () => {
    const told = reasons({ rules: [changedRow({ retry: 'never', item: 100, colour: 'red' })] })
    expect(told).toHaveLength(3)
    const choice = reasons({ rules: [changed(rule, { conditions: { any: [{ fact: 'text' }] } })] })
    expect(choice).toEqual([...new Set(choice)])
  })

  it('is told only of what is wrong deepest inside of a choice', () => {
    const comparison = { fact: 'colour', operator: 'says', value: 'Stale Object' }
    const told = reasons({ rules: [changed(rule, { conditions: { any: [comparison] } })] })
    expect(told.length).toBeGreaterThan(0)
    for (const reason of told) expect(reason).toMatch(/^\/conditions\/any\/0/u)
    expect(told.filter((reason) => reason.includes('exactly one schema'))).toEqual([])
  })

  it.each(['2026-13-45', '2026-02-30', '2026-03', 'soon', ''])('may be one dated %j', (reviewed) => {
    expect(reasons({ systems: [changed(host, { reviewed })] })).toEqual([
      '/reviewed must match format "date" {"format":"date"}',
    ])
    expect(reasons({ systems: [changed(host, { reviewed: '2028-02-29' })] })).toEqual([])
  })
})

describe('a schema', () => {
  const wrong: Partial<CatalogFiles> = {
    rules: [changedRow({ retry: 'never' })],
    retry: changed(retry, { rules: 1 }),
    languages: changed(languages, { fr: 1 }),
    systems: [changed(host, { name: 1 })],
    cases: [changed(cases, { matches: [] })],
  }
  const files = (parsed: ReturnType<typeof parse>) => parsed.faults.map(({ file }) => file)
  const all = [RULE, retry.file, languages.file, host.file, CASES]

  it('judges its files', () => {
    expect(files(parse(wrong)).toSorted()).toEqual(all.toSorted())
  })

  it.each([
    ['rule', [RULE, retry.file]],
    ['retry', [retry.file]],
    ['languages', [languages.file]],
    ['system', [host.file]],
    ['case', [CASES]],
  ] as const)('that cannot be read judges nothing: %s', (schema, unjudged) => {
    const unread = { ...schemas, [schema]: { ...schemas[schema], json: undefined } }
    expect(files(parse({ ...wrong, schemas: unread })).toSorted()).toEqual(
      all.filter((file) => !unjudged.some((one) => one === file)).toSorted(),
    )
  })

  it.each(['rule', 'retry', 'languages', 'system', 'case'] as const)(
    'that is none is told with its file: %s',
    (schema) => {
      const broken = { ...schemas, [schema]: changed(schemas[schema], { type: 'nonsense' }) }
      const { file, name } = schemas[schema]
      expect(parse({ schemas: broken }).faults).toEqual([
        { file, name, reason: expect.stringMatching(/^no usable schema: Error: schema is invalid/u) },
      ])
    },
  )

  it('is not asked about a file that could not be read', () => {
    const unread = { file: '', name: '', json: undefined }
    const parsed = parse({
      rules: [unread],
      retry: unread,
      languages: unread,
      systems: [unread],
      cases: [unread],
    })
    expect(parsed).toMatchObject({ faults: [], ruleFiles: [], caseFiles: [], catalog: { systems: [] } })
  })
})
