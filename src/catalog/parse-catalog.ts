import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Captures, CaptureSource } from '../domain/capture.ts'
import type { Condition } from '../domain/condition.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { Failure } from '../domain/failure.ts'
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

/** A file of `test/cases/`: what an item's rule must recognise, and what it must not. */
export interface CaseFile {
  readonly file: string
  readonly name: string
  readonly matches: readonly {
    readonly name: string
    readonly failure: Failure
    readonly captures: Captures
    readonly certainty?: string
    readonly retry?: string
    readonly conflicts?: readonly string[]
  }[]
  readonly nearMisses: readonly {
    readonly name: string
    readonly failure: Failure
    /** Left out: anything but this item. */
    readonly item?: string | null
  }[]
}

export interface ParsedCatalog {
  readonly catalog: Catalog
  /** The rules whose files fit their schema. */
  readonly ruleFiles: readonly RuleFile[]
  readonly caseFiles: readonly CaseFile[]
  readonly faults: readonly CatalogFault[]
}

/** The catalog's files as domain values; what does not fit its schema is a fault, and is left out. */
export function parseCatalog(files: CatalogFiles): ParsedCatalog {
  const faults: CatalogFault[] = []
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: isDate } })
  // What has no usable schema is not judged: the schema's fault is told already.
  const compile = <T>(schema: JsonFile): ValidateFunction<T> | undefined => {
    if (schema.json === undefined) return undefined
    try {
      return ajv.compile<T>(schema.json as object)
    } catch (error) {
      faults.push({ file: schema.file, name: schema.name, reason: `no usable schema: ${String(error)}` })
      return undefined
    }
  }
  const fits = <T>(file: JsonFile, validate: ValidateFunction<T> | undefined): T | undefined => {
    if (file.json === undefined || validate === undefined) return undefined
    if (validate(file.json)) return file.json
    const errors = validate.errors ?? []
    // Of a choice each way says what it lacks: what is wrong deep inside one is not told again above.
    const choices = errors
      .filter(({ keyword }) => keyword === 'oneOf')
      .map(({ instancePath }) => instancePath)
    const telling = errors.filter(
      ({ keyword, instancePath }) =>
        keyword !== 'oneOf' && !choices.some((place) => place.startsWith(`${instancePath}/`)),
    )
    const reasons = telling.map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
    )
    for (const reason of new Set(reasons)) faults.push({ file: file.file, name: file.name, reason })
    return undefined
  }

  const ruleSchema = files.schemas.rule.json
  const fitsRule = compile<RuleJson>({
    ...files.schemas.rule,
    json: ruleSchema === undefined ? undefined : { ...(ruleSchema as object), $id: 'rule.schema.json' },
  })
  const fitsRetry = fitsRule && compile<RetryJson>(files.schemas.retry)
  const fitsCases = compile<CasesJson>(files.schemas.case)
  const fitsLanguages = compile<Catalog['languages']>(files.schemas.languages)
  const fitsSystem = compile<Omit<SystemNames, 'key'>>(files.schemas.system)

  const ruleFiles = files.rules.flatMap((file) => {
    const json = fits(file, fitsRule)
    return json === undefined ? [] : [{ file: file.file, name: file.name, rule: ruleOf(json) }]
  })
  const caseFiles = files.cases.flatMap((file) => {
    const json = fits(file, fitsCases)
    return json === undefined ? [] : [{ ...json, file: file.file, name: file.name }]
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
  return { catalog, ruleFiles, caseFiles, faults }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

const NO_LANGUAGE = { name: '', sections: [], reviewed: '', read: '', documents: {} }
const NO_LANGUAGES: Catalog['languages'] = { en: NO_LANGUAGE, fr: NO_LANGUAGE }

function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value)
}

type CasesJson = Omit<CaseFile, 'file' | 'name'>

/** A rule's file: json-rules-engine's own shape, whose event is the row of the table. */
interface RuleJson {
  readonly conditions: Condition
  readonly event: { readonly type: string; readonly params: RuleParams }
}

type SourceJson = string | CaptureSource

interface RuleParams extends Omit<ErrorItem, 'number' | 'slug' | 'retryWhen' | 'evidence' | 'captures'> {
  readonly item: number
  readonly rank?: number
  readonly retryWhen?: ErrorItem['retryWhen']
  readonly evidence?: ErrorItem['evidence']
  readonly captures: Readonly<Record<string, SourceJson | readonly SourceJson[]>>
}

interface RetryJson {
  readonly rules: readonly { readonly conditions: Condition; readonly event: { readonly type: RetryClass } }[]
}

function ruleOf({ conditions, event }: RuleJson): Rule {
  const { item: number, rank = 0, retryWhen = [], evidence = [], captures, ...row } = event.params
  const sources = Object.entries(captures).map(([name, source]) => [name, [source].flat().map(sourceOf)])
  const item: ErrorItem = {
    number,
    slug: event.type,
    ...row,
    retryWhen,
    evidence,
    captures: Object.fromEntries(sources) as ErrorItem['captures'],
  }
  return { item, conditions, rank }
}

function sourceOf(source: SourceJson): CaptureSource {
  return typeof source === 'string' ? { pattern: source } : source
}
