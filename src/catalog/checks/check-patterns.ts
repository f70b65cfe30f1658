import { comparisonsOf } from '../../domain/comparisons-of.ts'
import type { Condition } from '../../domain/condition.ts'
import type { ErrorItem } from '../../domain/error-item.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'
import { patternCost } from './pattern-cost.ts'

/** Ways to try per starting position: a text of 4,000 characters then costs milliseconds at worst. */
const MAX_COST = 1_000

/** Every pattern compiles and is bounded, and a capture's pattern holds the group of its name. */
export function checkPatterns({ ruleFiles, catalog }: ParsedCatalog): readonly CatalogFault[] {
  const judge = (file: string, name: string, patterns: readonly string[]) =>
    patterns.flatMap((pattern) => {
      const reason = patternFault(pattern)
      return reason === undefined ? [] : [{ file, name, reason: `pattern ${pattern}: ${reason}` }]
    })
  const ofRules = ruleFiles.flatMap(({ file, name, rule }) => [
    ...judge(file, name, [...refining(rule.conditions), ...capturing(rule.item)]),
    ...Object.entries(rule.item.captures).flatMap(([capture, sources]) =>
      sources
        .filter((source) => 'pattern' in source && !source.pattern.includes(`(?<${capture}>`))
        .map(() => ({
          file,
          name,
          reason: `capture ${capture} has a pattern without the group (?<${capture}>…)`,
        })),
    ),
  ])
  const ofRetry = catalog.retryRules.flatMap(({ conditions }) => refining(conditions))
  return [...ofRules, ...judge('rules/retry.json', 'retry', ofRetry)]
}

function refining(conditions: Condition): readonly string[] {
  return [...comparisonsOf(conditions)].flatMap(({ comparison }) =>
    comparison.operator === 'matches' ? [String(comparison.value)] : [],
  )
}

function capturing({ captures }: ErrorItem): readonly string[] {
  return Object.values(captures)
    .flat()
    .flatMap((source) => ('pattern' in source ? [source.pattern] : []))
}

function patternFault(pattern: string): string | undefined {
  try {
    const cost = patternCost(pattern)
    // The parser knows newer syntax than this engine may.
    new RegExp(pattern, 'diu')
    return cost <= MAX_COST
      ? undefined
      : `not bounded tightly enough (${cost} ways from one position, at most ${MAX_COST})`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
