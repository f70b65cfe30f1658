import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Actions } from '../../actions/actions.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ReadEvidence } from '../../evidence/read-evidence.ts'
import type { Issues } from '../../issues/issues.ts'
import { formField } from '../form-field.ts'
import type { FirmScenes } from '../issues/firm-scene.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import type { DeleteView } from './create-delete-view.tsx'
import type { Asked, ReadAsked } from './create-read-asked.ts'
import { formActionId } from './form-action-id.ts'
import { isSameName } from './is-same-name.ts'
import { quickBooksId } from './quickbooks-id.ts'
import { readBooks } from './read-books.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly visits: Visits
  readonly issues: Issues
  readonly actions: Actions
  readonly readAsked: ReadAsked
  readonly readEvidence: ReadEvidence
  readonly deleteView: DeleteView
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

const BODY_LIMIT = 16 * 1024
const FORM_ID = /^[\w-]{1,64}$/u

/** What the forms of an issue's pages ask for; each leads back to a page. */
export function createActionForms(needs: Needs): Router {
  const { scenes, visits, issues, actions, readAsked, readEvidence, deleteView } = needs
  const { allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues/:issueId'
  router.all(
    [`${base}/actions`, `${base}/evidence`, `${base}/actions/:actionId/cancel`],
    ...limit,
    allowMethods(['POST']),
    scenes.enter,
  )

  const form = express.urlencoded({ limit: BODY_LIMIT, extended: false })
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
      const link = quickBooksId(formField(body, 'quickbooksId'))
      const isKnown = kind === 'resync' || kind === 'delete' || (kind === 'link' && link !== undefined)
      if (!isKnown || !FORM_ID.test(formId)) return { problem: 'invalid-request' }
      if (kind === 'delete' && !isSameName(formField(body, 'name'), issue.record.label)) {
        const told = await deleteView(asked, page.say('delete.name.wrong'))
        renderPage(response, 400, page.language, told)
        return undefined
      }
      const performedKind = kind === 'delete' ? 'delete' : 'resync'
      // Where it is not possible any more, the page tells how the issue stands.
      if (asked.action(performedKind).allowed) {
        await actions.request(firm.id, issue.id, {
          id: formActionId(firm.id, issue.id, visitor.id, formId),
          kind: performedKind,
          actor,
          note: null,
          changes: null,
          link: (kind === 'link' && link) || null,
        })
      }
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
      const unread = await readBooks(readEvidence, firm.id, issue.id)
      return `/${issue.id}${unread === undefined ? '' : `?unread=${unread}`}#cause`
    }),
  )
  return router

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
    const asked = await readAsked(request, response, next)
    const done = asked && (await act(asked))
    if (asked === undefined || done === undefined) return
    if (typeof done !== 'string') {
      refuse(done)(request, response, next)
      return
    }
    const [address = '', part] = done.split('#')
    const here = asked.page.href(`${asked.page.base}${address}`)
    response.redirect(303, part === undefined ? here : `${here}#${part}`)
  }
}
