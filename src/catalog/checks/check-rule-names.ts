import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/** A rule's file is named after its number and slug; numbers and slugs are unique. */
export function checkRuleNames({ ruleFiles }: ParsedCatalog): readonly CatalogFault[] {
  return ruleFiles.flatMap(({ file, name, rule }) => {
    const { number, slug } = rule.item
    const expected = `${String(number).padStart(2, '0')}-${slug}`
    const twin = ruleFiles.find(
      (other) => other.file < file && (other.rule.item.number === number || other.rule.item.slug === slug),
    )
    return [
      ...(name === expected ? [] : [{ file, name, reason: `should be named ${expected}.json` }]),
      ...(twin === undefined ? [] : [{ file, name, reason: `has the number or slug of ${twin.file}` }]),
    ]
  })
}
