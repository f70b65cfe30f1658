import type { Express } from 'express'
import { type LoadedCatalog, loadCatalog } from './catalog/load-catalog.ts'
import { createDiagnose } from './diagnosis/diagnose.ts'
import type { Diagnose } from './domain/diagnosis.ts'
import type { Guides } from './domain/guide.ts'
import { phrasesOf } from './domain/phrases-of.ts'
import { createReadFaults } from './faults/read-faults.ts'
import { createGuides } from './guides/create-guides.ts'
import type { Storage } from './storage/storage.ts'
import { connectServices, type LoadQuickBooks, type Services } from './wiring/connect-services.ts'
import { createStores, type Stores } from './wiring/create-stores.ts'
import type { Surroundings } from './wiring/surroundings.ts'

export interface App {
  readonly loaded: LoadedCatalog
  readonly diagnose: Diagnose
  readonly guides: Guides
  /** What is kept; for whatever needs a storage. */
  stores(storage: Storage, now: () => Date): Promise<Stores>
  /** QuickBooks' side; loaded when asked for. */
  quickbooks: LoadQuickBooks
  /** Everybody outside that we call. */
  services(needs: Omit<Parameters<typeof connectServices>[0], 'loadQuickBooks' | 'guides'>): Promise<Services>
  /** The web server's side; loaded when asked for, since the command line needs none of it. */
  http(surroundings: Surroundings): Promise<Express>
}

/**
 * Where everything meets, with the parts of `wiring/`. `root` is the project's folder. A catalog with faults is handed out for
 * inspection; it must not be served.
 */
export async function createApp(root: string): Promise<App> {
  const loaded = await loadCatalog(root)
  const { catalog } = loaded
  const readFaults = createReadFaults(catalog.rules.flatMap((rule) => phrasesOf(rule.conditions)))
  const diagnose = createDiagnose({ readFaults, rules: catalog.rules, retryRules: catalog.retryRules })
  const guides = createGuides(catalog)
  return {
    loaded,
    diagnose,
    guides,
    stores: (storage, now) => createStores({ storage, diagnose, now }),
    quickbooks: loadQuickBooks,
    services: (needs) => connectServices({ ...needs, loadQuickBooks, guides }),
    async http(surroundings) {
      const { createHttp } = await import('./wiring/create-http.ts')
      const items = catalog.rules.map((rule) => rule.item)
      return createHttp({ root, diagnose, guides, items, ...surroundings })
    },
  }
}

const loadQuickBooks: LoadQuickBooks = async (needs) => {
  const { connectQuickBooks } = await import('./wiring/connect-quickbooks.ts')
  return connectQuickBooks(needs)
}
