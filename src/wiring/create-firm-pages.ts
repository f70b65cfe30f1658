import { type Request, type RequestHandler, Router } from 'express'
import { createCountDependents } from '../actions/preview/create-count-dependents.ts'
import { createLookUpEntry } from '../actions/preview/create-look-up-entry.ts'
import { createPreviewResync } from '../actions/preview/create-preview-resync.ts'
import type { Config } from '../config/config.ts'
import type { QuickBooksServices } from './connect-quickbooks.ts'
import type { Stores } from './create-stores.ts'
import type { Reach } from './reach-of.ts'
import type { Action } from '../domain/action.ts'
import type { Guides } from '../domain/guide.ts'
import type { Issue } from '../domain/issue.ts'
import type { Language } from '../domain/language.ts'
import type { Problem } from '../domain/problem.ts'
import { entityOf } from '../evidence/entity-of.ts'
import type { ReadEvidence } from '../evidence/read-evidence.ts'
import { addressInQuickBooks } from '../quickbooks/address-in-quickbooks.ts'
import { isEntityName } from '../quickbooks/is-entity-name.ts'
import { createActionForms } from '../web/actions/create-action-forms.ts'
import { createConfirmPages } from '../web/actions/create-confirm-pages.tsx'
import { createDeleteView } from '../web/actions/create-delete-view.tsx'
import { createReadAsked } from '../web/actions/create-read-asked.ts'
import { createReadLabels } from '../web/actions/create-read-labels.ts'
import { createBulkPages } from '../web/bulk/create-bulk-pages.tsx'
import { createFirmVisits } from '../web/firm-visits.ts'
import { createIssuePages } from '../web/issues/create-issue-pages.tsx'
import { createFirmScenes } from '../web/issues/firm-scene.ts'
import { createNoticesPages } from '../web/notices/create-notices-pages.tsx'
import { createConnectionPages } from '../web/quickbooks/create-connection-pages.tsx'
import type { Visits } from '../web/visits.ts'

interface Needs {
  readonly config: Config
  readonly stores: Stores
  readonly quickbooks: QuickBooksServices | undefined
  readonly reach: Reach
  readonly guides: Guides
  readonly readEvidence: ReadEvidence
  /** Whether facts are read about an error, by its item's slug. */
  readonly isProbed: (item: string) => boolean
  readonly visits: Visits
  readonly newId: () => string
  readonly now: () => Date
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** The pages of the firms' side of the wiring: connection, issues, and what is done about them. */
export function createFirmPages(needs: Needs): Router {
  const { config, stores, quickbooks, reach, guides, visits, languageOf, ...rest } = needs
  const { firms, members, issues, actions, bulkActions, knownRecords, collections } = stores
  const { refuse } = needs
  const connections = quickbooks?.connections
  const firmVisits = createFirmVisits({ firms, visits, refuse })
  const scenes = createFirmScenes({ firmVisits, members, guides, languageOf })
  const readLabels = createReadLabels(knownRecords)
  const common = { ...rest, scenes, visits, connections, issues, bulkActions, readLabels }
  const router = Router()
  router.use(createConnectionPages({ ...common, firms, members, firmVisits, languageOf }))
  router.use(createNoticesPages({ ...common, members, firmVisits, languageOf }))
  router.use(createBulkPages(common))
  const readAsked = createReadAsked({ scenes, issues, refuse, now: needs.now })
  const deleteView = createDeleteView({
    isNeeded: reach.isNeeded,
    newId: needs.newId,
  })
  const preview = {
    previewResync: createPreviewResync(reach),
    lookUpEntry: createLookUpEntry(reach),
    countDependents: createCountDependents(collections.issues),
  }
  router.use(createConfirmPages({ ...common, ...preview, readAsked, deleteView }))
  router.use(createActionForms({ ...common, actions, readAsked, deleteView }))
  router.use(createIssuePages({ ...common, guides, addressInQuickBooks: addressOf }))
  // What is no page of a firm is nothing to anybody else.
  router.use('/firms/:firmId', firmVisits.enter)
  return router

  /** Only Intuit's own QuickBooks has pages that we know. */
  function addressOf(issue: Issue, { tries, quickbooksId, outcome }: Action): string | undefined {
    const { intuit } = config
    if (intuit === undefined || intuit.apiUrl !== undefined) return undefined
    const entity = tries.at(-1)?.entity ?? entityOf(issue)
    return quickbooksId === null || outcome === null || !isEntityName(entity)
      ? undefined
      : addressInQuickBooks(intuit.environment, entity, quickbooksId)
  }
}
