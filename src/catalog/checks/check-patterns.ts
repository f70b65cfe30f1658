import { comparisonsOf } from '../../domain/comparisons-of.ts'
import type { Rule } from '../../domain/rule.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'
import { patternCost } from './pattern-cost.ts'

/** Ways to try per starting position: a text of 4,000 characters then costs milliseconds at worst. */
const MAX_COST = 1_000

/** Every pattern compiles and is bounded, and a capture's pattern holds the group of its name. */
export function checkPatterns({ ruleFiles }: ParsedCatalog): readonly CatalogFault[] {
  return ruleFiles.flatMap(({ file, name, rule }) => [
    ...patternsOf(rule).flatMap((pattern) => {
      const reason = patternFault(pattern)
      return reason === undefined ? [] : [{ file, name, reason: `pattern ${pattern}: ${reason}` }]
    }),
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
}

function patternsOf({ conditions, item }: Rule): readonly string[] {
  const refining = [...comparisonsOf(conditions)].flatMap(({ comparison }) =>
    comparison.operator === 'matches' ? [String(comparison.value)] : [],
  )
  const capturing = Object.values(item.captures)
    .flat()
    .flatMap((source) => ('pattern' in source ? [source.pattern] : []))
  return [...refining, ...capturing]
}

function patternFault(pattern: string): string | undefined {
  try {
    const cost = patternCost(pattern)
    return cost <= MAX_COST
      ? undefined
      : `not bounded tightly enough (${cost} ways from one position, at most ${MAX_COST})`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
