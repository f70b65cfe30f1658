import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { CaptureSource } from '../domain/capture.ts'
import type { Condition } from '../domain/condition.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import { type Language, languages } from '../domain/language.ts'
import type { RetryClass } from '../domain/retry-class.ts'
import type { Rule } from '../domain/rule.ts'
import type { SystemNames } from '../domain/system-names.ts'
import type { CatalogFault } from './catalog-fault.ts'
import type { CatalogFiles, JsonFile } from './catalog-files.ts'
import type { Catalog } from './catalog.ts'

/** A rule with the file it came from, for the checks. */
export interface RuleFile {
  readonly file: string
  readonly name: string
  readonly rule: Rule
}

export interface ParsedCatalog {
  readonly catalog: Catalog
  /** The rules whose files fit their schema. */
  readonly ruleFiles: readonly RuleFile[]
  readonly faults: readonly CatalogFault[]
}

/** The catalog's files as domain values; what does not fit its schema is a fault, and is left out. */
export function parseCatalog(files: CatalogFiles): ParsedCatalog {
  const faults: CatalogFault[] = []
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, schemas: [] })
  const compile = <T>(schema: JsonFile): ValidateFunction<T> => {
    try {
      return ajv.compile<T>(schema.json as object)
    } catch (error) {
      faults.push({ file: schema.file, name: schema.name, reason: `no usable schema: ${String(error)}` })
      return ajv.compile<T>(false)
    }
  }
  const fits = <T>(file: JsonFile, validate: ValidateFunction<T>): T | undefined => {
    if (file.json === undefined) return undefined
    if (validate(file.json)) return file.json
    for (const error of validate.errors ?? []) {
      const reason = `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`
      faults.push({ file: file.file, name: file.name, reason })
    }
    return undefined
  }

  const fitsRule = compile<RuleJson>({
    ...files.schemas.rule,
    json: { ...(files.schemas.rule.json as object), $id: 'rule.schema.json' },
  })
  const fitsRetry = compile<RetryJson>(files.schemas.retry)
  const fitsLanguages = compile<Catalog['languages']>(files.schemas.languages)
  const fitsSystem = compile<Omit<SystemNames, 'key'>>(files.schemas.system)

  const ruleFiles = files.rules.flatMap((file) => {
    const json = fits(file, fitsRule)
    return json === undefined ? [] : [{ file: file.file, name: file.name, rule: ruleOf(json) }]
  })
  const catalog: Catalog = {
    rules: ruleFiles.map(({ rule }) => rule).sort((a, b) => a.item.number - b.item.number),
    retryRules: (fits(files.retry, fitsRetry)?.rules ?? []).map(({ conditions, event }) => ({
      retry: event.type,
      conditions,
    })),
    articles: files.articles.flatMap(({ name, language, source }) =>
      isLanguage(language) ? [{ slug: name.replace(/^\d{2}-/u, ''), language, source }] : [],
    ),
    languages: fits(files.languages, fitsLanguages) ?? NO_LANGUAGES,
    systems: files.systems.flatMap((file) => {
      const json = fits(file, fitsSystem)
      return json === undefined ? [] : [{ key: file.name, ...json }]
    }),
  }
  return { catalog, ruleFiles, faults }
}

const NO_LANGUAGE = { name: '', sections: [], reviewed: '' }
const NO_LANGUAGES: Catalog['languages'] = { en: NO_LANGUAGE, fr: NO_LANGUAGE }

function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value)
}

/** A rule's file: json-rules-engine's own shape, whose event is the row of the table. */
interface RuleJson {
  readonly conditions: Condition
  readonly event: { readonly type: string; readonly params: RuleParams }
}

type SourceJson = string | CaptureSource

interface RuleParams extends Omit<ErrorItem, 'number' | 'slug' | 'retryWhen' | 'captures'> {
  readonly item: number
  readonly rank?: number
  readonly retryWhen?: ErrorItem['retryWhen']
  readonly captures: Readonly<Record<string, SourceJson | readonly SourceJson[]>>
}

interface RetryJson {
  readonly rules: readonly { readonly conditions: Condition; readonly event: { readonly type: RetryClass } }[]
}

function ruleOf({ conditions, event }: RuleJson): Rule {
  const { item: number, rank = 0, retryWhen = [], captures, ...row } = event.params
  const sources = Object.entries(captures).map(([name, source]) => [name, [source].flat().map(sourceOf)])
  const item: ErrorItem = {
    number,
    slug: event.type,
    ...row,
    retryWhen,
    captures: Object.fromEntries(sources) as ErrorItem['captures'],
  }
  return { item, conditions, rank }
}

function sourceOf(source: SourceJson): CaptureSource {
  return typeof source === 'string' ? { pattern: source } : source
}
