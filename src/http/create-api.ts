import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Problem, RequestFault } from '../domain/problem.ts'
import { allowMethods } from './allow-methods.ts'
import type { ApiDocument } from './api-document.ts'
import type { Context, Services } from './context.ts'
import type { OperationId, TextReply } from './handler.ts'
import { languageOf } from './language-of.ts'
import { operations } from './operations.ts'
import { createRequestValidators, type ValidateRequest } from './request-validator.ts'

/** Room for 1 Mi characters of error text in most scripts; the contract says 2 MiB. */
const BODY_LIMIT = 2 * 1024 * 1024

interface Needs {
  readonly document: ApiDocument
  readonly services: Services
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** The REST API: every path of the contract, validated by it, and nothing else. */
export function createApi({ document, services, refuse, limit }: Needs): Router {
  const router = Router()
  const validatorOf = createRequestValidators(document)
  const noBody = refuse(invalid([{ in: 'body', pointer: '', code: 'required' }]))
  const notJson = refuse({ problem: 'unsupported-media-type' })
  const parse: RequestHandler = express.json({ limit: BODY_LIMIT, strict: false })
  const readBody: RequestHandler = (request, response, next) => {
    if (isEmpty(request)) {
      noBody(request, response, next)
      return
    }
    parse(request, response, (error: unknown) => {
      // The parser leaves a body of another type alone.
      if (error === undefined && request.body === undefined) notJson(request, response, next)
      else next(error)
    })
  }
  for (const [template, methods] of Object.entries(document.paths)) {
    const route = router.route(template.replaceAll(/\{(\w+)\}/gu, ':$1'))
    const names = METHODS.filter((name) => name in methods)
    route.all(
      allowMethods(
        names.map((name) => name.toUpperCase()),
        refuse,
      ),
      ...(template.startsWith('/v1/') ? limit : []),
    )
    for (const name of names) {
      const operation = methods[name]
      if (operation === undefined || !isOperation(operation.operationId)) continue
      const reading = operation.requestBody === undefined ? [] : [readBody]
      const perform = performer(operation.operationId, validatorOf(template, name, operation))
      route[name](...reading, perform)
    }
  }
  return router

  function performer(id: OperationId, validate: ValidateRequest): RequestHandler {
    // The contract validates the request, so that it has the type of this operation's handler.
    const handle = operations[id] as unknown as ErasedHandler
    return async (request, response) => {
      const parts = { body: request.body as unknown, query: request.query, path: request.params }
      const errors = validate(parts)
      const language = languageOf(request)
      const context: Context = {
        ...services,
        language,
        accepts: (types) => {
          response.vary('Accept')
          return request.accepts([...types]) || undefined
        },
      }
      const reply = errors.length > 0 ? invalid(errors) : await handle(parts, context)
      if (isProblem(reply)) {
        refuse(reply)(request, response, () => undefined)
        return
      }
      response.setHeader('Content-Language', language)
      response.vary('Accept-Language')
      send(response, reply)
    }
  }
}

type JsonReply = { readonly status: number; readonly body: unknown }

type ErasedHandler = (
  request: { readonly body: unknown; readonly query: unknown; readonly path: unknown },
  context: Context,
) => Promise<JsonReply | TextReply | Problem>

const JSON_TYPE = 'application/json; charset=utf-8'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

function isOperation(id: string): id is OperationId {
  return id in operations
}

/** Most clients send `Content-Length: 0` with a POST that has no body. */
function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

function invalid(errors: readonly RequestFault[]): Problem {
  return { problem: 'invalid-request', errors }
}

function isProblem(reply: JsonReply | TextReply | Problem): reply is Problem {
  return 'problem' in reply
}

function send(response: Response, reply: TextReply | JsonReply): void {
  response.status(reply.status)
  if ('text' in reply) response.type(reply.mediaType).send(reply.text)
  // Express would hash the body for an ETag, which only a GET has a use for.
  else if (response.req.method === 'GET') response.json(reply.body)
  else response.setHeader('Content-Type', JSON_TYPE).end(JSON.stringify(reply.body))
}
