import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/** Every rule recognises the message it documents, whatever record type it is reported for. */
export async function checkMessages(
  { ruleFiles }: ParsedCatalog,
  { diagnose }: Behaviour,
): Promise<readonly CatalogFault[]> {
  const faults: CatalogFault[] = []
  for (const { file, name, rule } of ruleFiles) {
    for (const recordType of [undefined, ...rule.item.occursOn]) {
      const { item, conflicts } = await diagnose({ error: rule.item.message, recordType })
      if (item?.slug === rule.item.slug) continue
      const tied = conflicts.find(({ fact }) => fact === 'item')?.expected.join(' and ')
      const found = item?.slug ?? (tied === undefined ? 'unrecognized' : `a tie of ${tied}`)
      faults.push({
        file,
        name,
        reason: `its own message is diagnosed as ${found} for ${recordType ?? 'no record type'}`,
      })
    }
  }
  return faults
}
