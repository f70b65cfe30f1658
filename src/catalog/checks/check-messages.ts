import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { CatalogFiles } from '../catalog-files.ts'
import { parseCatalog } from '../parse-catalog.ts'

/** Every rule recognises the message it documents, whatever record type it is reported for. */
export async function checkMessages(
  files: CatalogFiles,
  { diagnose }: Behaviour,
): Promise<readonly CatalogFault[]> {
  const faults: CatalogFault[] = []
  for (const { file, name, rule } of parseCatalog(files).ruleFiles) {
    for (const recordType of [undefined, ...rule.item.occursOn]) {
      const { item } = await diagnose({ error: rule.item.message, recordType })
      if (item?.slug === rule.item.slug) continue
      const found = item?.slug ?? 'unrecognized'
      faults.push({
        file,
        name,
        reason: `its own message is diagnosed as ${found} for ${recordType ?? 'no record type'}`,
      })
    }
  }
  return faults
}
