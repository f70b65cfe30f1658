import { loadCatalog } from '../../src/catalog/load-catalog.ts'
import { phrasesOf } from '../../src/domain/phrases-of.ts'
import { createReadFaults } from '../../src/faults/read-faults.ts'
import { root } from '../../src/root.ts'

/** The shipped catalog. */
export const { catalog } = await loadCatalog(root)

/** The reader, as the service makes it. */
export const readFaults = createReadFaults(catalog.rules.flatMap((rule) => phrasesOf(rule.conditions)))
