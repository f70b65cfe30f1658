import type { Condition } from '../../domain/condition.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/** Every way a rule can match says something: the phrase prefilter would drop the rule otherwise. */
export function checkPhrases({ ruleFiles }: ParsedCatalog): readonly CatalogFault[] {
  return ruleFiles
    .filter(({ rule }) => !alwaysSays(rule.conditions))
    .map(({ file, name }) => ({
      file,
      name,
      reason: 'can match without any phrase: each way needs a `says`',
    }))
}

function alwaysSays(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(alwaysSays)
  if ('any' in condition) return condition.any.every(alwaysSays)
  return 'operator' in condition && condition.operator === 'says'
}
