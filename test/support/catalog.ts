import { loadCatalog } from '../../src/catalog/load-catalog.ts'
import { root } from '../../src/root.ts'

/** The shipped catalog. */
export const { catalog } = await loadCatalog(root)
