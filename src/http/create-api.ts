import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import * as OpenApiValidator from 'express-openapi-validator'
import type { Problem } from '../domain/problem.ts'
import { allowMethods } from './allow-methods.ts'
import type { ApiDocument, ApiOperation } from './api-document.ts'
import type { Context, Services } from './context.ts'
import type { OperationId, TextReply } from './handler.ts'
import { languageOf } from './language-of.ts'
import { operations } from './operations.ts'

/** Room for 1 Mi characters of error text in most scripts; the contract says 2 MiB. */
const BODY_LIMIT = 2 * 1024 * 1024

interface Needs {
  readonly document: ApiDocument
  readonly services: Services
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: RequestHandler
}

/** The REST API: every path of the contract, validated by it, and nothing else. */
export function createApi({ document, services, refuse, limit }: Needs): Router {
  const router = Router()
  const validate = OpenApiValidator.middleware({
    // Without its servers: a proxy may serve us below a path that we do not see.
    apiSpec: { ...document, servers: undefined } as never,
    validateApiSpec: false,
    validateRequests: { allErrors: true, allowUnknownQueryParameters: true },
    validateSecurity: false,
    ignoreUndocumented: true,
  })
  const noBody = refuse({
    problem: 'invalid-request',
    errors: [{ in: 'body', pointer: '', code: 'required' }],
  })
  const requireBody: RequestHandler = (request, response, next) =>
    isEmpty(request) ? noBody(request, response, next) : next()

  for (const [template, methods] of Object.entries(document.paths)) {
    const path = template.replaceAll(/\{(\w+)\}/gu, ':$1')
    const names = Object.keys(methods).filter((name) => HTTP_METHODS.has(name))
    router.all(
      path,
      allowMethods(
        names.map((name) => name.toUpperCase()),
        refuse,
      ),
    )
    if (template.startsWith('/v1/')) router.all(path, limit)
    for (const name of names) {
      const operation = methods[name]
      if (operation === undefined || !isOperation(operation.operationId)) continue
      const reading =
        operation.requestBody === undefined
          ? []
          : [requireBody, express.json({ limit: BODY_LIMIT, strict: false })]
      const unknown = unknownQuery(operation)
      router.all(
        path,
        onlyFor(name),
        ...reading,
        plainMediaType,
        ...validate,
        ...unknown,
        perform(operation.operationId),
      )
    }
  }
  return router

  function perform(id: OperationId): RequestHandler {
    // The contract has validated the request, so it has the type of this operation's handler.
    const handle = operations[id] as unknown as ErasedHandler
    return async (request, response) => {
      const language = languageOf(request)
      const context: Context = {
        ...services,
        language,
        accepts: (types) => {
          response.vary('Accept')
          return request.accepts([...types]) || undefined
        },
      }
      const reply = await handle(
        { body: request.body as unknown, query: request.query, path: request.params },
        context,
      )
      if (isProblem(reply)) {
        refuse(reply)(request, response, () => undefined)
        return
      }
      response.set('Content-Language', language).vary('Accept-Language')
      send(response, reply)
    }
  }
}

type JsonReply = { readonly status: number; readonly body: unknown }

type ErasedHandler = (
  request: { readonly body: unknown; readonly query: unknown; readonly path: unknown },
  context: Context,
) => Promise<JsonReply | TextReply | Problem>

const HTTP_METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

function isOperation(id: string): id is OperationId {
  return id in operations
}

/** Most clients send `Content-Length: 0` with a POST that has no body. */
function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

/** The validator compiles a schema for each Content-Type that it sees and keeps it: callers must not choose how many. */
const plainMediaType: RequestHandler = (request, _response, next) => {
  if (request.body === undefined) delete request.headers['content-type']
  else request.headers['content-type'] = 'application/json'
  next()
}

/** The validator stops at the first unknown query parameter; we list all of them, beside its own faults. */
function unknownQuery({ parameters = [] }: ApiOperation): readonly [ErrorRequestHandler, RequestHandler] {
  const known = new Set(parameters.map(nameOf))
  const faults = (request: Request) =>
    Object.keys(request.query)
      .filter((name) => !known.has(name))
      .map((name) => ({ path: `/query/${name}`, errorCode: 'additionalProperties' }))
  return [
    (error: unknown, request, _response, next) => {
      if (typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors))
        error.errors.push(...faults(request))
      next(error)
    },
    (request, _response, next) => {
      const errors = faults(request)
      next(errors.length === 0 ? undefined : { status: 400, errors })
    },
  ]
}

function nameOf({ name, $ref = '' }: { readonly name?: string; readonly $ref?: string }): string {
  return name ?? $ref.slice($ref.lastIndexOf('/') + 1).toLowerCase()
}

function onlyFor(name: string): RequestHandler {
  return (request, _response, next) => next(request.method.toLowerCase() === name ? undefined : 'route')
}

function isProblem(reply: JsonReply | TextReply | Problem): reply is Problem {
  return 'problem' in reply
}

function send(response: Response, reply: TextReply | JsonReply): void {
  response.status(reply.status)
  if ('text' in reply) response.type(reply.mediaType).send(reply.text)
  else response.json(reply.body)
}
