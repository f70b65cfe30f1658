import type { Express, Router } from 'express'
import { type LoadedCatalog, loadCatalog } from './catalog/load-catalog.ts'
import type { Config } from './config.ts'
import { createStores, type Stores } from './create-stores.ts'
import type { Hosts } from './connect-hosts.ts'
import type { connectQuickBooks, QuickBooksServices } from './connect-quickbooks.ts'
import { createDiagnose } from './diagnosis/diagnose.ts'
import type { Diagnose } from './domain/diagnosis.ts'
import type { Guides } from './domain/guide.ts'
import { phrasesOf } from './domain/phrases-of.ts'
import { createReadFaults } from './faults/read-faults.ts'
import { createGuides } from './guides/create-guides.ts'
import type { AnsweredRequest } from './http/answered-request.ts'
import type { PagesNeed } from './sandbox/pages/parts/pages-need.ts'
import type { Storage } from './storage/storage.ts'

/** What changes from call to call, or from test to test. */
export interface Surroundings {
  readonly config: Config
  readonly stores: Stores
  /** Undefined: no app at Intuit is set up. */
  readonly quickbooks?: QuickBooksServices | undefined
  /** Undefined: no host's secret can be sealed. */
  readonly hosts?: Hosts | undefined
  /** The demo's sandbox, to be mounted at the root. */
  readonly sandbox?: ((need: PagesNeed) => Router) | undefined
  readonly newId: () => string
  readonly now: () => Date
  /** Called with bugs of ours; the caller of the API learns nothing of them but the request's id. */
  readonly onBug: (error: unknown, requestId: string) => void
  readonly isReady: () => Promise<boolean>
  /** Called with every request once it is answered. */
  readonly onAnswered?: (request: AnsweredRequest) => void
}

export interface App {
  readonly loaded: LoadedCatalog
  readonly diagnose: Diagnose
  readonly guides: Guides
  /** What is kept; for whatever needs a storage. */
  stores(storage: Storage, now: () => Date): Promise<Stores>
  /** QuickBooks' side; loaded when asked for. */
  quickbooks(needs: Parameters<typeof connectQuickBooks>[0]): Promise<QuickBooksServices>
  /** The web server's side; loaded when asked for, since the command line needs none of it. */
  http(surroundings: Surroundings): Promise<Express>
}

/**
 * The only place where everything meets. `root` is the project's folder. A catalog with faults is handed out for
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
    async quickbooks(needs) {
      const { connectQuickBooks } = await import('./connect-quickbooks.ts')
      return connectQuickBooks(needs)
    },
    async http(surroundings) {
      const { createHttp } = await import('./create-http.ts')
      const items = catalog.rules.map((rule) => rule.item)
      return createHttp({ root, diagnose, guides, items, ...surroundings })
    },
  }
}
