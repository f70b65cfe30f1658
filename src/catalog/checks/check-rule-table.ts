import { evidenceKinds } from '../../domain/evidence-fields.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/**
 * The row of the table agrees with itself: published ⊆ occurs on, and delete only where a service can occur. The facts it
 * needs are facts that can be read.
 */
export function checkRuleTable({ ruleFiles }: ParsedCatalog): readonly CatalogFault[] {
  return ruleFiles.flatMap(({ file, name, rule }) => {
    const { published, occursOn, actions, evidence } = rule.item
    const unknown = evidence.filter((kind) => !evidenceKinds.includes(kind))
    const unlisted = published.filter((type) => !occursOn.includes(type))
    return [
      ...unlisted.map((type) => ({ file, name, reason: `published for ${type}, but occursOn lacks it` })),
      ...(actions.includes('delete') && !occursOn.includes('service')
        ? [{ file, name, reason: 'offers delete, which exists for services only' }]
        : []),
      ...unknown.map((kind) => ({ file, name, reason: `needs evidence of an unknown kind: ${kind}` })),
    ]
  })
}
