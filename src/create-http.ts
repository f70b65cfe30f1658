import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import swaggerUi from 'swagger-ui-express'
import type { Config } from './config.ts'
import type { Problem } from './domain/problem.ts'
import { allowMethods } from './http/allow-methods.ts'
import { apiDocument } from './http/api-document.ts'
import type { Services } from './http/context.ts'
import { createApi } from './http/create-api.ts'
import { languageOf } from './http/language-of.ts'
import { limitRequests } from './http/limit-requests.ts'
import { problemOfError } from './http/problem-of-error.ts'
import { securityHeaders } from './http/security-headers.ts'
import { sendProblem } from './http/send-problem.ts'
import { createPages } from './web/create-pages.tsx'
import { renderProblem } from './web/problems/render-problem.tsx'

interface Needs extends Services {
  readonly root: string
  readonly config: Config
  readonly newId: () => string
  readonly onBug: (error: unknown, requestId: string) => void
}

/** The web server's side of the wiring: API, pages, documentation, and what becomes of everything else. */
export async function createHttp({ root, config, newId, onBug, ...services }: Needs): Promise<Express> {
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
  const limit = limitRequests(rateLimit, refuse)
  const document = await apiDocument(root, publicUrl)

  app.use((_request, response, next) => {
    response.set('X-Request-Id', newId())
    next()
  })
  app.use(securityHeaders(publicUrl, "'self'"))
  app.use(createApi({ document, services, refuse, limit }))
  app.use('/docs', securityHeaders(publicUrl, "'unsafe-inline'"), swaggerUi.serve)
  app.get('/docs', swaggerUi.setup(undefined, { swaggerOptions: { url: '/openapi.json' } }))
  app.all('/openapi.json', allowMethods(['GET'], refuse), (_request, response) => {
    response.json(document)
  })
  app.use(
    createPages({
      root,
      ...services,
      languageOf,
      allowMethods: (methods) => allowMethods(methods, refuse),
      refuse,
      limit,
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
