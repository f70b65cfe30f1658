import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { VNode } from 'preact'
import type { CountDependents } from '../../actions/preview/create-count-dependents.ts'
import type { LookUpEntry } from '../../actions/preview/create-look-up-entry.ts'
import type { PreviewResync } from '../../actions/preview/create-preview-resync.ts'
import type { Preview } from '../../actions/preview/preview.ts'
import type { ReadEvidence } from '../../evidence/read-evidence.ts'
import type { Connections } from '../../quickbooks/connection/connections.ts'
import type { FirmScenes } from '../issues/firm-scene.ts'
import { mayAct } from '../issues/may-act.ts'
import { renderPage } from '../render-page.ts'
import type { DeleteView } from './create-delete-view.tsx'
import type { Asked, ReadAsked } from './create-read-asked.ts'
import type { ReadLabels } from './create-read-labels.ts'
import { LinkPage } from './link-page.tsx'
import { quickBooksId } from './quickbooks-id.ts'
import { readBooks } from './read-books.ts'
import { ResyncPage } from './resync-page.tsx'
import { within } from './within.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly connections: Connections | undefined
  readonly readAsked: ReadAsked
  readonly readEvidence: ReadEvidence
  readonly readLabels: ReadLabels
  readonly previewResync: PreviewResync
  readonly lookUpEntry: LookUpEntry
  readonly countDependents: CountDependents
  readonly deleteView: DeleteView
  readonly newId: () => string
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** The pages that say what would be done about an issue, before it is done. */
export function createConfirmPages(needs: Needs): Router {
  const { scenes, connections, readAsked, newId, allowMethods, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues/:issueId'
  router.all(
    [`${base}/resync`, `${base}/link`, `${base}/delete`],
    ...limit,
    allowMethods(['GET']),
    scenes.enter,
  )

  router.get(`${base}/resync`, async (request, response, next) => {
    const { firmId, issueId } = request.params
    // What is read is kept with the issue, which is looked at afterwards.
    const isRead = mayAct(scenes.of(request, response).visitor)
    const unread = isRead ? await readBooks(needs.readEvidence, firmId, issueId) : undefined
    await shown(request, response, next, async ({ firm, page, issue, action }) => {
      const [preview = untold, dependents, company] = await Promise.all([
        within(needs.previewResync(issue)),
        needs.countDependents(issue),
        companyOf(firm.id),
      ])
      const waitingFor = preview.outlook === 'wait' ? preview.waitingFor : null
      const labelOf = await needs.readLabels(firm.id, [waitingFor], page.say)
      const props = { issue, resync: action('resync'), preview, dependents, company, unread, labelOf }
      return <ResyncPage {...page} {...props} formId={newId()} />
    })
  })

  router.get(`${base}/link`, (request, response, next) =>
    shown(request, response, next, async ({ firm, page, issue, action }) => {
      const resync = action('resync')
      const { quickbooksId: typed } = request.query
      const known = resync.link?.quickbooksId ?? issue.diagnosis.captures.txnId ?? ''
      const text = typeof typed === 'string' ? typed.trim().slice(0, 20) : known
      const id = quickBooksId(text)
      const isLooked = id !== undefined && resync.allowed
      const found = isLooked
        ? ((await within(needs.lookUpEntry(issue, id))) ?? ({ outcome: 'unread' } as const))
        : undefined
      const mistake = typed !== undefined && id === undefined ? page.say('link.id.wrong') : undefined
      const props = { issue, resync, quickbooksId: text, found, mistake, company: await companyOf(firm.id) }
      return <LinkPage {...page} {...props} formId={newId()} />
    }),
  )

  router.get(`${base}/delete`, (request, response, next) =>
    shown(request, response, next, (asked) => needs.deleteView(asked)),
  )
  return router

  async function shown(
    request: Request,
    response: Response,
    next: () => void,
    pageOf: (asked: Asked) => Promise<VNode>,
  ): Promise<void> {
    const asked = await readAsked(request, response, next)
    if (asked !== undefined) renderPage(response, 200, asked.page.language, await pageOf(asked))
  }

  async function companyOf(firmId: string): Promise<string | null> {
    return (await connections?.get(firmId))?.companyName ?? null
  }
}

const untold: Preview = {
  outlook: 'unknown',
  payload: null,
  written: null,
  closedUntil: undefined,
  accounts: undefined,
}
