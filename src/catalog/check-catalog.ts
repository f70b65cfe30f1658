import type { Behaviour } from './behaviour.ts'
import type { CatalogFault } from './catalog-fault.ts'
import { checkCases } from './checks/check-cases.ts'
import { checkGuides } from './checks/check-guides.ts'
import { checkMessages } from './checks/check-messages.ts'
import type { LoadedCatalog } from './load-catalog.ts'

/** The thorough checks, made on the behaviour of a catalog whose files are in order. */
export async function checkCatalog(
  loaded: LoadedCatalog,
  behaviour: Behaviour,
): Promise<readonly CatalogFault[]> {
  return [
    ...(await checkMessages(loaded, behaviour)),
    ...(await checkCases(loaded, behaviour)),
    ...checkGuides(loaded, behaviour),
  ]
}
