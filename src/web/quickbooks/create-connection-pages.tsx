import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Firms } from '../../firms/firms.ts'
import type { Members } from '../../firms/members.ts'
import type { Completed, Connections, ConnectionView } from '../../quickbooks/connection/connections.ts'
import type { FirmVisits } from '../firm-visits.ts'
import { issueContext } from '../issues/issue-context.ts'
import { pageContext } from '../page-context.ts'
import { renderPage } from '../render-page.ts'
import type { Visitor, Visits } from '../visits.ts'
import { ConnectionPage } from './connection-page.tsx'
import { type Outcome, outcomeStatus } from './outcome.ts'
import { OutcomePage } from './outcome-page.tsx'

interface Needs {
  readonly firms: Firms
  readonly members: Members
  /** Undefined: no app at Intuit is set up to connect with. */
  readonly connections: Connections | undefined
  readonly firmVisits: FirmVisits
  readonly visits: Visits
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** A firm's connection to QuickBooks: its page, the way to Intuit, and the way back. */
export function createConnectionPages(needs: Needs): Router {
  const { firms, members, connections, firmVisits, visits, languageOf, allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/quickbooks'
  // Looking must not use the state up, which HEAD as GET would.
  router.head(
    '/oauth/callback',
    refuse({ problem: 'method-not-allowed', headers: { Allow: 'GET, OPTIONS' } }),
  )
  router.all(
    [base, '/oauth/callback', '/oauth/outcomes/:outcome', ...LANDINGS],
    ...limit,
    allowMethods(['GET']),
  )
  router.all([`${base}/authorizations`, `${base}/disconnect`], ...limit, allowMethods(['POST']))
  router.use(base, firmVisits.enter)

  router.get(base, async (request, response) => {
    const { firm, visitor } = firmVisits.of(response)
    const page = issueContext(languageFor(request, visitor), firm, visitor)
    const view = await connections?.get(firm.id)
    const names = await namesOf(firm.id, view)
    const may = connections === undefined ? 'not-set-up' : visitor.role === 'owner' ? 'connect' : 'read'
    const props = { ...page, view, may, nameOf: (id: string) => names.get(id) } as const
    const done = request.query.done === 'disconnect' && view?.status === 'disconnected'
    renderPage(response, 200, page.language, <ConnectionPage {...props} done={done} />)
  })

  router.post(`${base}/authorizations`, async (request, response, next) => {
    const begun = await asOwner(request, response, (uses, { id, firmId }) => {
      const actor = { type: 'member', id, via: null } as const
      return uses.authorize({ firmId, actor, language: languageOf(request) })
    })
    if (begun === undefined) refuse({ problem: 'quickbooks-unreachable' })(request, response, next)
    else if ('problem' in begun) refuse(begun)(request, response, next)
    else response.redirect(303, begun.url)
  })

  router.post(`${base}/disconnect`, async (request, response, next) => {
    const done = await asOwner(request, response, async (uses, { id, firmId }) => {
      await uses.disconnect(firmId, { type: 'member', id, via: null })
      return { address: `/firms/${firmId}/quickbooks?done=disconnect&lang=${languageOf(request)}` }
    })
    if ('problem' in done) refuse(done)(request, response, next)
    else response.redirect(303, done.address)
  })

  router.get('/oauth/callback', async (request, response) => {
    const visitor = await visits.who(request)
    const { state, code, realmId, error } = request.query
    const session = visitor && { firmId: visitor.firmId, memberId: visitor.id }
    const answer = {
      state: textOf(state),
      code: textOf(code),
      realmId: textOf(realmId),
      error: textOf(error),
    }
    const completed =
      (await connections?.complete(answer, session)) ?? ({ outcome: 'state-unknown' } as const)
    const asked = 'language' in completed ? completed.language : null
    const language = asked ?? languageFor(request, visitor)
    // The code in this address is nobody else's business, used up though it is.
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    response.redirect(303, `/oauth/outcomes/${outcomeOf(completed)}?lang=${language}`)
  })

  router.get('/oauth/outcomes/:outcome', async (request, response, next) => {
    const { outcome } = request.params
    if (!isOutcome(outcome)) {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const visitor = await visits.who(request)
    const firm = visitor && (await firms.get(visitor.firmId))?.doc
    const language = languageFor(request, visitor)
    const context =
      visitor !== undefined && firm !== undefined
        ? issueContext(language, firm, visitor)
        : pageContext(language)
    response.set('Cache-Control', 'no-store')
    const page = <OutcomePage {...context} outcome={outcome} path={request.path} />
    renderPage(response, outcomeStatus[outcome], language, page)
  })

  // What Intuit sends people to who launch, reconnect or disconnect the app from within QuickBooks.
  router.get([...LANDINGS], async (request, response, next) => {
    const visitor = await visits.who(request)
    response.set('Cache-Control', 'no-store')
    if (visitor === undefined) {
      refuse({ problem: 'unauthenticated' })(request, response, next)
      return
    }
    const page = request.path === '/quickbooks/launch' ? 'issues' : 'quickbooks'
    response.redirect(303, `/firms/${visitor.firmId}/${page}?lang=${languageFor(request, visitor)}`)
  })
  return router

  /** Lets an owner do it from a page of ours, or says why not. */
  async function asOwner<T>(
    request: Request,
    response: Response,
    act: (connections: Connections, visitor: Visitor) => Promise<T>,
  ): Promise<T | Problem> {
    const { visitor } = firmVisits.of(response)
    if (visits.isForeign(request)) return { problem: 'foreign-origin' }
    if (visitor.role !== 'owner') return { problem: 'forbidden' }
    return connections === undefined ? { problem: 'quickbooks-not-set-up' } : act(connections, visitor)
  }

  function languageFor(request: Request, visitor: Visitor | undefined): Language {
    return 'lang' in request.query ? languageOf(request) : (visitor?.language ?? languageOf(request))
  }

  async function namesOf(
    firmId: string,
    view: ConnectionView | undefined,
  ): Promise<ReadonlyMap<string, string>> {
    const actors = [view?.connectedBy, view?.ended?.by].filter((actor) => actor?.type === 'member')
    const ids = new Set(actors.flatMap((actor) => (actor === undefined ? [] : [actor.id])))
    const known = await Promise.all([...ids].map((id) => members.get(firmId, id)))
    return new Map(known.flatMap((member) => (member === undefined ? [] : [[member.id, member.name]])))
  }
}

const LANDINGS = ['/quickbooks/launch', '/quickbooks/reconnect', '/quickbooks/disconnected'] as const

function outcomeOf(completed: Completed): Outcome {
  return completed.outcome === 'connected' && completed.otherRealmBefore ? 'other-company' : completed.outcome
}

function isOutcome(name: string): name is Outcome {
  return Object.hasOwn(outcomeStatus, name)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
