import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Actions } from '../../actions/actions.ts'
import type { CountDependents } from '../../actions/preview/create-count-dependents.ts'
import type { LookUpEntry } from '../../actions/preview/create-look-up-entry.ts'
import type { PreviewResync } from '../../actions/preview/create-preview-resync.ts'
import type { Preview } from '../../actions/preview/preview.ts'
import { type AllowedAction, allowedActions } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ReadEvidence } from '../../evidence/read-evidence.ts'
import type { Unread } from '../../evidence/unread.ts'
import type { Issues } from '../../issues/issues.ts'
import type { Connections } from '../../quickbooks/connection/connections.ts'
import { formField } from '../form-field.ts'
import type { FirmScene, FirmScenes } from '../issues/firm-scene.ts'
import { mayAct } from '../issues/may-act.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import type { ReadLabels } from './create-read-labels.ts'
import { DeletePage } from './delete-page.tsx'
import { formActionId } from './form-action-id.ts'
import { isSameName } from './is-same-name.ts'
import { LinkPage } from './link-page.tsx'
import { ResyncPage } from './resync-page.tsx'
import { within } from './within.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly visits: Visits
  readonly connections: Connections | undefined
  readonly issues: Issues
  readonly actions: Actions
  readonly readEvidence: ReadEvidence
  readonly readLabels: ReadLabels
  readonly previewResync: PreviewResync
  readonly lookUpEntry: LookUpEntry
  readonly countDependents: CountDependents
  /** Whether an open issue of the firm needs this service. */
  readonly isNeeded: (service: Issue) => Promise<boolean>
  readonly newId: () => string
  readonly now: () => Date
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

interface Asked extends FirmScene {
  readonly issue: Issue
  readonly action: (kind: AllowedAction['kind']) => AllowedAction
}

const BODY_LIMIT = 16 * 1024
/** The longest that a page waits for host and books. */
const PATIENCE_MILLISECONDS = 10_000
const FORM_ID = /^[\w-]{1,64}$/u
const QUICKBOOKS_ID = /^\d{1,20}$/u

/** What can be done about an issue: said before on a page of its own, then asked for. */
export function createActionPages(needs: Needs): Router {
  const { scenes, visits, connections, issues, actions, readEvidence, newId, now } = needs
  const { allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues/:issueId'
  const form = express.urlencoded({ limit: BODY_LIMIT, extended: false })
  router.all(
    [`${base}/resync`, `${base}/link`, `${base}/delete`],
    ...limit,
    allowMethods(['GET']),
    scenes.enter,
  )
  router.all(
    [`${base}/actions`, `${base}/evidence`, `${base}/actions/:actionId/cancel`],
    ...limit,
    allowMethods(['POST']),
    scenes.enter,
  )

  router.get(`${base}/resync`, async (request, response, next) => {
    const { firmId = '', issueId = '' } = request.params as Readonly<Record<string, string>>
    const isRead = mayAct(scenes.of(request, response).visitor)
    const unread = isRead ? await unreadIn(firmId, issueId) : undefined
    await shown(request, response, next, async ({ firm, page, issue, action }) => {
      const [preview, dependents, company] = await Promise.all([
        within(PATIENCE_MILLISECONDS, needs.previewResync(issue)),
        needs.countDependents(issue),
        companyOf(firm.id),
      ])
      const told: Preview = preview ?? untold
      const waitingFor = told.outlook === 'wait' ? told.waitingFor : null
      const labelOf = await needs.readLabels(firm.id, [waitingFor], page.say)
      const props = { issue, resync: action('resync'), preview: told, dependents, company, unread, labelOf }
      return <ResyncPage {...page} {...props} formId={newId()} />
    })
  })

  router.get(`${base}/link`, (request, response, next) =>
    shown(request, response, next, async ({ firm, page, issue, action }) => {
      const resync = action('resync')
      const asked = request.query.quickbooksId
      const typed = typeof asked === 'string' ? asked.trim().slice(0, 20) : undefined
      const id = typed ?? resync.link?.quickbooksId ?? issue.diagnosis.captures.txnId ?? ''
      const isWrong = typed !== undefined && !QUICKBOOKS_ID.test(typed)
      const found =
        QUICKBOOKS_ID.test(id) && resync.allowed
          ? ((await within(PATIENCE_MILLISECONDS, needs.lookUpEntry(issue, id))) ??
            ({ outcome: 'unread' } as const))
          : undefined
      const mistake = isWrong ? page.say('link.id.wrong') : undefined
      const props = { issue, resync, quickbooksId: id, found, mistake, company: await companyOf(firm.id) }
      return <LinkPage {...page} {...props} formId={newId()} />
    }),
  )

  router.get(`${base}/delete`, (request, response, next) =>
    shown(request, response, next, (asked) => deletePage(asked, undefined)),
  )

  router.post(`${base}/actions`, form, (request, response, next) =>
    performed(request, response, next, async (asked) => {
      const { firm, visitor, issue, page } = asked
      const body: unknown = request.body
      const kind = formField(body, 'kind')
      const actor = { type: 'member', id: visitor.id, via: null } as const
      if (kind === 'skip' || kind === 'reopen') {
        await issues.decide(firm.id, issue.id, { kind, actor, note: null, ifVersion: undefined })
        // A second click finds the work done: the page shows how things stand.
        const isOfIssue = formField(body, 'back') === 'issue'
        return isOfIssue ? `/${issue.id}?done=${kind}` : `?done=${kind}&issue=${issue.id}`
      }
      const formId = formField(body, 'form')
      const link = formField(body, 'quickbooksId')
      const isKnown = kind === 'resync' || kind === 'delete' || kind === 'link'
      if (!isKnown || !FORM_ID.test(formId) || (kind === 'link') !== QUICKBOOKS_ID.test(link)) {
        return { problem: 'invalid-request' }
      }
      if (kind === 'delete' && !isSameName(formField(body, 'name'), issue.record.label)) {
        const told = await deletePage(asked, page.say('delete.name.wrong'))
        renderPage(response, 400, page.language, told)
        return undefined
      }
      const performedKind = kind === 'delete' ? 'delete' : 'resync'
      if (asked.action(performedKind).allowed) {
        await actions.request(firm.id, issue.id, {
          id: formActionId(firm.id, issue.id, visitor.id, formId),
          kind: performedKind,
          actor,
          note: null,
          changes: null,
          link: kind === 'link' ? link : null,
        })
      }
      // Where it was not possible any more, the page tells how the issue stands.
      return `/${issue.id}`
    }),
  )

  router.post(`${base}/actions/:actionId/cancel`, (request, response, next) =>
    performed(request, response, next, async ({ firm, visitor, issue }) => {
      const { actionId } = request.params
      await actions.cancel(firm.id, issue.id, actionId, { type: 'member', id: visitor.id, via: null })
      return `/${issue.id}`
    }),
  )

  router.post(`${base}/evidence`, (request, response, next) =>
    performed(request, response, next, async ({ firm, issue }) => {
      const unread = await unreadIn(firm.id, issue.id)
      return `/${issue.id}${unread === undefined ? '' : `?unread=${unread}`}#cause`
    }),
  )
  return router

  /** What a request is about; undefined: it was refused. */
  async function asked(request: Request, response: Response, next: () => void): Promise<Asked | undefined> {
    const scene = scenes.of(request, response)
    const { issueId = '' } = request.params as Readonly<Record<string, string>>
    const issue = (await issues.get(scene.firm.id, issueId))?.doc
    const problem = !mayAct(scene.visitor) ? 'forbidden' : issue === undefined ? 'not-found' : undefined
    if (problem !== undefined || issue === undefined) {
      refuse({ problem: problem ?? 'not-found' })(request, response, next)
      return undefined
    }
    const allowed = allowedActions(issue, scene.visitor.role, now())
    const action = (kind: AllowedAction['kind']): AllowedAction =>
      allowed.find((one) => one.kind === kind) ?? {
        kind,
        allowed: false,
        recommended: false,
        reason: 'not-for-this-error',
        link: null,
      }
    return { ...scene, issue, action }
  }

  async function shown(
    request: Request,
    response: Response,
    next: () => void,
    pageOf: (asked: Asked) => Promise<Parameters<typeof renderPage>[3]>,
  ): Promise<void> {
    const found = await asked(request, response, next)
    if (found !== undefined) renderPage(response, 200, found.page.language, await pageOf(found))
  }

  /** Does what a form of ours asks for, and leads to a page of the firm's issues; undefined: it is answered. */
  async function performed(
    request: Request,
    response: Response,
    next: () => void,
    act: (asked: Asked) => Promise<string | Problem | undefined>,
  ): Promise<void> {
    if (visits.isForeign(request)) {
      refuse({ problem: 'foreign-origin' })(request, response, next)
      return
    }
    const found = await asked(request, response, next)
    const done = found && (await act(found))
    if (done === undefined || found === undefined) return
    if (typeof done !== 'string') refuse(done)(request, response, next)
    else {
      const [address = '', part] = done.split('#')
      const here = found.page.href(`${found.page.base}${address}`)
      response.redirect(303, part === undefined ? here : `${here}#${part}`)
    }
  }

  async function deletePage({ firm, page, issue, action }: Asked, mistake: string | undefined) {
    const props = { issue, deletion: action('delete'), hasHost: firm.host !== null, mistake }
    return <DeletePage {...page} {...props} isNeeded={await needs.isNeeded(issue)} formId={newId()} />
  }

  /** Reads what decides about an issue; answers why that was not possible, if it was not. */
  async function unreadIn(firmId: string, issueId: string): Promise<Unread['unread'] | undefined> {
    const read = await within(PATIENCE_MILLISECONDS, readEvidence(firmId, issueId))
    if (read === undefined) return 'no-answer'
    return read.outcome === 'unread' ? read.unread : undefined
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
