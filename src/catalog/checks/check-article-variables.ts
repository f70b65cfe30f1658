import { evidenceKinds } from '../../domain/evidence-fields.ts'
import { languages } from '../../domain/language.ts'
import type { ArticleVariable } from '../article-template.ts'
import { articleTemplate } from '../article-template.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ArticleFile, CatalogFiles } from '../catalog-files.ts'
import { evidenceVariables } from '../evidence-variables.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/**
 * An article uses only captures of its rule, facts that its item needs, and names of the systems' data files; what may be
 * absent is written only inside an `{{#if}}` about it; and all languages use the same variables.
 */
export function checkArticleVariables(files: CatalogFiles, parsed: ParsedCatalog): readonly CatalogFault[] {
  const systemNames = new Set(
    parsed.catalog.systems.flatMap(({ key, names }) => Object.keys(names).map((name) => `${key}.${name}`)),
  )
  const unreadSystems = files.systems
    .map(({ name }) => name)
    .filter((name) => !parsed.catalog.systems.some(({ key }) => key === name))
  const everyFact = evidenceVariables(evidenceKinds)
  const used = new Map<ArticleFile, readonly ArticleVariable[]>()
  const faults = files.articles.flatMap((article) => {
    const rule = parsed.ruleFiles.find(({ name }) => name === article.name)?.rule
    const captures = rule?.item.captures ?? {}
    const isCapture = (name: string) => Object.hasOwn(captures, name)
    const facts = evidenceVariables(rule?.item.evidence ?? [])
    // What a file that does not fit would have named is not known.
    const mayBeKnown = (name: string) =>
      unreadSystems.some((key) => name.startsWith(`${key}.`)) ||
      (rule === undefined &&
        (!name.includes('.') || everyFact.has(name)) &&
        files.rules.some((file) => file.name === article.name))
    const template = parse(article)
    if (typeof template === 'string') return [faultOf(article, template)]
    used.set(article, template.variables)
    return [
      ...template.forbidden.map((construct) => faultOf(article, `uses ${construct}, which articles may not`)),
      ...template.variables
        .filter(
          ({ name }) => !isCapture(name) && !facts.has(name) && !systemNames.has(name) && !mayBeKnown(name),
        )
        .map(({ name }) =>
          faultOf(article, `{{${name}}} is neither a capture of its rule nor a system's name`),
        ),
      ...template.variables
        .filter(({ name, written, guards }) => written && isCapture(name) && !guards.includes(name))
        .map(({ name }) =>
          faultOf(article, `{{${name}}} may be absent and stands outside of {{#if ${name}}}`),
        ),
      ...template.variables.flatMap(({ name, written, guards }) => {
        const fact = written ? facts.get(name) : undefined
        if (fact === undefined) return []
        if (!fact.isWritten)
          return [faultOf(article, `{{${name}}} can only be asked about, with {{#if ${name}}}`)]
        if (fact.guards.some((guard) => guards.includes(guard))) return []
        return [faultOf(article, `{{${name}}} may be absent and stands outside of {{#if ${fact.guards[0]}}}`)]
      }),
    ]
  })
  return [...faults, ...unequalVariables(used)]
}

function parse(article: ArticleFile) {
  try {
    return articleTemplate(article.source)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function unequalVariables(
  used: ReadonlyMap<ArticleFile, readonly ArticleVariable[]>,
): readonly CatalogFault[] {
  const articles = [...used.keys()]
  return articles.flatMap((article) => {
    const original = articles.find(({ name, language }) => name === article.name && language === languages[0])
    if (original === undefined) return []
    const here = namesOf(used.get(article))
    const there = namesOf(used.get(original))
    return [
      ...[...there].filter((name) => !here.has(name)).map((name) => faultOf(article, `lacks {{${name}}}`)),
      ...[...here].filter((name) => !there.has(name)).map((name) => faultOf(original, `lacks {{${name}}}`)),
    ]
  })
}

function namesOf(variables: readonly ArticleVariable[] = []): ReadonlySet<string> {
  return new Set(variables.map(({ name }) => name))
}

function faultOf({ file, name }: ArticleFile, reason: string): CatalogFault {
  return { file, name, reason }
}
