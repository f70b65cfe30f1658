import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { createHash } from 'node:crypto'
import type { BulkActions } from '../../actions/bulk/bulk-actions.ts'
import type { BulkResult } from '../../actions/bulk/bulk-result.ts'
import { type Choice, type Chosen, MOST_ISSUES } from '../../actions/bulk/create-choose-issues.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ReadLabels } from '../actions/create-read-labels.ts'
import { formField } from '../form-field.ts'
import type { FirmScene, FirmScenes } from '../issues/firm-scene.ts'
import { mayAct } from '../issues/may-act.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import { BulkPage } from './bulk-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { readBulkWish } from './read-bulk-wish.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly visits: Visits
  readonly bulkActions: BulkActions
  readonly readLabels: ReadLabels
  readonly newId: () => string
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** A thousand ids, each with what stands for it in a form. */
const BODY_LIMIT = 256 * 1024
const FORM_ID = /^[\w-]{1,64}$/u

/** Doing the same about several issues: what would come of it, the start, how far it is, and the end. */
export function createBulkPages(needs: Needs): Router {
  const { scenes, visits, bulkActions, readLabels, newId, allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues/bulk'
  const form = express.urlencoded({ limit: BODY_LIMIT, extended: false })
  router.all(base, ...limit, allowMethods(['GET', 'POST']), scenes.enter)
  router.all(`${base}/:bulkActionId`, ...limit, allowMethods(['GET']), scenes.enter)
  router.all(`${base}/:bulkActionId/cancel`, ...limit, allowMethods(['POST']), scenes.enter)

  router.get(base, async (request, response, next) => {
    const { firm, visitor, page } = scenes.of(request, response)
    const wish = readBulkWish(request)
    if (wish === undefined || !mayAct(visitor)) {
      refuse({ problem: wish === undefined ? 'not-found' : 'forbidden' })(request, response, next)
      return
    }
    const { say, language } = page
    const chosen = await choose(firm.id, wish.choice)
    const ranks = 'ranks' in chosen ? chosen.ranks : []
    const mistake =
      'tooMany' in chosen
        ? say('bulk.tooMany', { count: MOST_ISSUES })
        : ranks.length === 0
          ? say('bulk.none')
          : undefined
    const results = await bulkActions.forecast({ firmId: firm.id, kind: wish.kind, ranks })
    const props = { ...page, wish, results, mistake, formId: newId() }
    const labelOf = await labelsOf(firm.id, results, page)
    renderPage(
      response,
      mistake === undefined ? 200 : 400,
      language,
      <PreviewPage {...props} labelOf={labelOf} />,
    )
  })

  router.post(base, form, async (request, response, next) => {
    const { firm, visitor, page } = scenes.of(request, response)
    const body: unknown = request.body
    const kind = formField(body, 'kind')
    const formId = formField(body, 'form')
    const problem = problemOf(request, response)
    if (problem !== undefined) {
      refuse(problem)(request, response, next)
      return
    }
    const issueIds = [...new Set(formField(body, 'issues').split(' '))].filter((id) => id !== '')
    const chosen = await choose(firm.id, { issueIds: issueIds.slice(0, MOST_ISSUES) })
    const ranks = 'ranks' in chosen ? chosen.ranks : []
    if ((kind !== 'resync' && kind !== 'skip') || !FORM_ID.test(formId) || ranks.length === 0) {
      refuse({ problem: 'invalid-request' })(request, response, next)
      return
    }
    const actor = { type: 'member', id: visitor.id, via: null } as const
    const id = bulkIdOf(firm.id, visitor.id, formId)
    const bulk = await bulkActions.request({ id, firmId: firm.id, kind, actor, note: null, ranks })
    response.redirect(303, page.href(`${page.base}/bulk/${bulk.id}`))
  })

  router.get(`${base}/:bulkActionId`, async (request, response, next) => {
    const { firm, visitor, page } = scenes.of(request, response)
    const bulk = await bulkActions.get(firm.id, request.params.bulkActionId)
    if (bulk === undefined) {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const results = await bulkActions.results(bulk)
    const labelOf = await labelsOf(firm.id, results, page)
    const { actor } = bulk
    const names = await scenes.namesOf(firm.id, actor.type === 'member' ? [actor.id] : [])
    const props = { ...page, bulk, results, labelOf, mayAct: mayAct(visitor) }
    renderPage(response, 200, page.language, <BulkPage {...props} nameOf={(id) => names.get(id)} />)
  })

  router.post(`${base}/:bulkActionId/cancel`, async (request, response, next) => {
    const { firm, visitor, page } = scenes.of(request, response)
    const { bulkActionId } = request.params
    const problem = problemOf(request, response)
    const actor = { type: 'member', id: visitor.id, via: null } as const
    const done = problem ?? (await bulkActions.cancel(firm.id, bulkActionId, actor))
    if ('problem' in done) refuse(done)(request, response, next)
    else if (done.outcome === 'not-found') refuse({ problem: 'not-found' })(request, response, next)
    else response.redirect(303, page.href(`${page.base}/bulk/${bulkActionId}`))
  })
  return router

  /** Why somebody may not change anything; undefined: they may. */
  function problemOf(request: Request, response: Response): Problem | undefined {
    if (visits.isForeign(request)) return { problem: 'foreign-origin' }
    return mayAct(scenes.of(request, response).visitor) ? undefined : { problem: 'forbidden' }
  }

  /** Issues that are cleared away meanwhile are left out. */
  async function choose(firmId: string, choice: Choice): Promise<Chosen> {
    const chosen = await bulkActions.choose(firmId, choice)
    if (!('unknown' in chosen) || !('issueIds' in choice)) return chosen
    const gone = new Set(chosen.unknown)
    return bulkActions.choose(firmId, { issueIds: choice.issueIds.filter((_, i) => !gone.has(i)) })
  }

  function labelsOf(firmId: string, results: readonly BulkResult[], { say }: FirmScene['page']) {
    return readLabels(
      firmId,
      results.map(({ waitingFor }) => waitingFor),
      say,
    )
  }
}

/** The bulk action that a form asks for: the same however often the form is sent. */
function bulkIdOf(firmId: string, memberId: string, formId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([firmId, memberId, formId]))
    .digest('base64url')
  return `blk_${digest.slice(0, 32)}`
}
