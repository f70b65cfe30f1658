import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import swaggerUi from 'swagger-ui-express'
import { createFirmPages } from './create-firm-pages.ts'
import { reachOf } from './reach-of.ts'
import type { Surroundings } from './surroundings.ts'
import type { Problem } from '../domain/problem.ts'
import { createProbe } from '../evidence/create-probe.ts'
import { createReadEvidence } from '../evidence/read-evidence.ts'
import { allowMethods } from '../http/allow-methods.ts'
import { apiDocument } from '../http/api-document.ts'
import { createAuthenticate } from '../http/authenticate.ts'
import type { Services } from '../http/context.ts'
import { createApi } from '../http/create-api.ts'
import { createIntuitWebhooks } from '../http/intuit-webhooks.ts'
import { isForeign } from '../http/is-foreign.ts'
import { languageOf } from '../http/language-of.ts'
import { limitRequests } from '../http/limit-requests.ts'
import { createOpenOperation } from '../http/open-operation.ts'
import { problemOfError } from '../http/problem-of-error.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { sessionCookie } from '../http/session-cookie.ts'
import { sendProblem } from '../http/send-problem.ts'
import { watchRequests } from '../http/watch-requests.ts'
import { createPages } from '../web/create-pages.tsx'
import { createMailLinkPages } from '../web/portal/create-mail-link-pages.tsx'
import { createPortalPages } from '../web/portal/create-portal-pages.tsx'
import type { Visits } from '../web/visits.ts'
import { renderProblem } from '../web/problems/render-problem.tsx'

interface Needs extends Surroundings, Pick<Services, 'diagnose' | 'guides' | 'items'> {
  readonly root: string
}

/** The web server's side of the wiring: API, pages, documentation, and what becomes of everything else. */
export async function createHttp(needs: Needs): Promise<Express> {
  const {
    root,
    config,
    stores,
    quickbooks,
    hosts,
    mailLinks,
    webhooks,
    sandbox,
    live,
    newId,
    now,
    onBug,
    onAnswered,
    isReady,
    diagnose,
    guides,
    items,
  } = needs
  const { publicUrl, trustProxy, rateLimit } = config
  const app = express()
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  app.disable('x-powered-by')

  const refuse =
    (problem: Problem): RequestHandler =>
    (request, response) => {
      if (!isOfApi(request)) response.vary('Accept')
      if (wantsPage(request)) renderProblem(response, problem, languageOf(request))
      else sendProblem(request, response, problem, publicUrl)
    }
  const limit = limitRequests(rateLimit, 'address', refuse)
  const cookie = sessionCookie(publicUrl)
  const { firms, members, issues, actions, bulkActions, portal, keys, performOnce, markChanged } = stores
  const connections = quickbooks?.connections
  const verifier = config.intuit?.webhookVerifier
  const authenticate = createAuthenticate({
    byKey: (key) => keys.authenticate(key),
    bySession: (token) => portal.authenticate(token),
    cookie,
    publicUrl,
  })
  const kinds = new Map(items.map(({ slug, evidence }) => [slug, evidence]))
  const kindsOf = (item: string) => kinds.get(item) ?? []
  const isProbed = (item: string) => kindsOf(item).length > 0
  const reach = reachOf({ stores, quickbooks, hosts })
  const readEvidence = createReadEvidence({
    store: stores.store,
    kindsOf,
    probe: createProbe({ ...reach, now }),
    now,
  })
  const services: Services = {
    diagnose,
    guides,
    items,
    firms,
    members,
    issues,
    readEvidence,
    actions,
    bulkActions,
    sealHostSecret: hosts?.sealSecret,
    allowPrivate: config.allowPrivateWebhooks,
    webhooks,
    portal,
    live,
    connections,
    publicUrl,
    now,
    isReady,
  }
  const document = await apiDocument(root, publicUrl)

  if (onAnswered !== undefined) app.use(watchRequests(onAnswered))
  app.use((_request, response, next) => {
    response.set('X-Request-Id', newId())
    next()
  })
  app.use(securityHeaders(publicUrl))
  app.use(
    createApi({
      document,
      services,
      openOperation: createOpenOperation({ authenticate, firms }),
      performOnce,
      refuse,
      limit,
      limitCaller: limitRequests(rateLimit, 'caller', refuse),
    }),
  )
  app.use('/docs', securityHeaders(publicUrl, { styles: "'unsafe-inline'" }), swaggerUi.serve)
  app.get('/docs', swaggerUi.setup(undefined, { swaggerOptions: { url: '/openapi.json' } }))
  app.all('/openapi.json', allowMethods(['GET'], refuse), (_request, response) => {
    response.json(document)
  })
  const methodsAllowed = (methods: readonly string[]) => allowMethods(methods, refuse)
  if (verifier !== undefined) {
    app.use(createIntuitWebhooks({ verifier, markChanged, allowMethods: methodsAllowed, refuse }))
  }
  const pagesNeed = { languageOf, allowMethods: methodsAllowed, refuse, limit }
  const visits: Visits = {
    who: async (request) => {
      const token = cookie.read(request)
      const principal = token === undefined ? undefined : await portal.authenticate(token)
      return principal?.type === 'member' ? principal : undefined
    },
    isForeign: (request) => isForeign(request, publicUrl),
    begin: (response, token) => response.cookie(cookie.name, token, cookie.options),
    end: (response) => response.clearCookie(cookie.name, cookie.options),
  }
  app.use('/sandbox/mail', securityHeaders(publicUrl, { frames: "'self'" }))
  if (sandbox !== undefined) app.use(sandbox({ ...pagesNeed, isForeign: visits.isForeign }))
  app.use(createPortalPages({ portal, visits, ...pagesNeed }))
  if (mailLinks !== undefined) app.use(createMailLinkPages({ mailLinks, visits, ...pagesNeed }))
  if (quickbooks !== undefined) {
    const forms = [quickbooks.authorizeOrigin]
    app.use('/firms/:firmId/quickbooks', securityHeaders(publicUrl, { forms }))
  }
  const ofFirms = { config, stores, quickbooks, reach, guides, readEvidence, isProbed, visits, newId, now }
  app.use(createFirmPages({ ...ofFirms, ...pagesNeed }))
  app.use(
    createPages({
      root,
      diagnose,
      guides,
      items,
      ...pagesNeed,
    }),
  )
  app.use(refuse({ problem: 'not-found' }))
  app.use(((error: unknown, request, response, next) => {
    const problem = problemOfError(error)
    if (problem === undefined) onBug(error, String(response.getHeader('X-Request-Id')))
    if (response.headersSent) next(error)
    else refuse(problem ?? { problem: 'internal-error' })(request, response, next)
  }) satisfies ErrorRequestHandler)
  return app
}

/** A person with a browser gets a page; whoever calls the API, a problem document. */
function wantsPage(request: Request): boolean {
  return !isOfApi(request) && request.accepts(['json', 'html']) === 'html'
}

function isOfApi(request: Request): boolean {
  return request.path.startsWith('/v1/')
}
