import type { ArticleFile, CatalogFiles } from '../../src/catalog/catalog-files.ts'
import type { CaseFile, ParsedCatalog, RuleFile } from '../../src/catalog/parse-catalog.ts'
import type { Condition } from '../../src/domain/condition.ts'
import type { ErrorItem } from '../../src/domain/error-item.ts'
import { NAME } from './stale-object.ts'

export { NAME }

const ITEM: ErrorItem = {
  number: 11,
  slug: 'stale-object',
  message: 'Stale Object Error',
  codes: ['5010'],
  published: ['invoice'],
  occursOn: ['client', 'service', 'invoice'],
  retry: 'transient',
  retryWhen: [],
  actions: ['resync', 'skip'],
  evidence: [],
  captures: { user: [{ pattern: 'You and (?<user>.{1,100}?) were' }] },
  source: { issueType: 'Invoices', description: 'Somebody else changed it.', resolution: 'Resync.' },
}

/** The rule of one item, in memory, changed as a test likes. */
export function ruleFile(
  change: {
    readonly name?: string
    readonly item?: Partial<ErrorItem>
    readonly conditions?: Condition
  } = {},
): RuleFile {
  const { name = NAME, item, conditions = { fact: 'text', operator: 'says', value: 'Stale Object' } } = change
  return { file: `rules/${name}.json`, name, rule: { item: { ...ITEM, ...item }, conditions, rank: 0 } }
}

/** The cases of that item: none but those of a test. */
export function caseFile(cases: Partial<CaseFile>): CaseFile {
  return { file: `test/cases/${NAME}.json`, name: NAME, matches: [], nearMisses: [], ...cases }
}

/** An article of that item. */
export function article(source: string, language = 'en', name = NAME): ArticleFile {
  return { file: `kb/${name}/${language}.md.hbs`, name, language, source }
}

/** A parsed catalog that holds these parts and no others. */
export function parsedOf(
  parts: Partial<Omit<ParsedCatalog, 'catalog'>> & Partial<ParsedCatalog['catalog']>,
): ParsedCatalog {
  const { ruleFiles = [], caseFiles = [], faults = [], ...catalog } = parts
  const language = { name: '', sections: [], reviewed: '', read: '', documents: {} }
  return {
    ruleFiles,
    caseFiles,
    faults,
    catalog: {
      rules: ruleFiles.map(({ rule }) => rule),
      retryRules: [],
      articles: [],
      languages: { en: language, fr: language },
      systems: [],
      ...catalog,
    },
  }
}

/** The files of a catalog that holds these and no others. */
export function filesOf(files: Partial<CatalogFiles>): CatalogFiles {
  const absent = { file: '', name: '', json: undefined }
  return {
    rules: [],
    retry: absent,
    languages: absent,
    systems: [],
    articles: [],
    cases: [],
    schemas: { rule: absent, retry: absent, case: absent, languages: absent, system: absent },
    strays: [],
    ...files,
  }
}
