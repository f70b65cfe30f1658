import express, { type Request, type RequestHandler, Router } from 'express'
import type { Problem } from '../domain/problem.ts'
import type { PerformOnce } from '../idempotency/once.ts'
import { allowMethods } from './allow-methods.ts'
import type { ApiDocument, ApiOperation } from './api-document.ts'
import type { Services } from './context.ts'
import { invalidRequest } from './invalid-request.ts'
import type { OpenOperation } from './open-operation.ts'
import { operations } from './operations.ts'
import { createPerformOperation } from './perform-operation.ts'
import { createRequestValidators } from './request-validator.ts'

/** Room for 1 Mi characters of error text in most scripts; the contract says 2 MiB. */
const BODY_LIMIT = 2 * 1024 * 1024

interface Needs {
  readonly document: ApiDocument
  readonly services: Services
  readonly openOperation: OpenOperation
  readonly performOnce: PerformOnce
  readonly refuse: (problem: Problem) => RequestHandler
  /** Per address. */
  readonly limit: readonly RequestHandler[]
  /** Per caller, once it is known who calls. */
  readonly limitCaller: readonly RequestHandler[]
}

/** The REST API: every path of the contract, validated by it, and nothing else. */
export function createApi(needs: Needs): Router {
  const { document, openOperation, refuse, limit, limitCaller } = needs
  const router = Router()
  const validatorOf = createRequestValidators(document)
  const performOperation = createPerformOperation(needs)
  const noBody = refuse(invalidRequest({ in: 'body', pointer: '', code: 'required' }))
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
      if (operation === undefined || !(operation.operationId in operations)) continue
      const isPublic = operation['x-allow']?.includes('public') === true
      route[name](
        ...(isPublic ? [] : [letIn(operation), ...limitCaller]),
        ...(operation.requestBody === undefined ? [] : [readBody]),
        performOperation(operation, validatorOf(template, name, operation)),
      )
    }
  }
  return router

  function letIn(operation: ApiOperation): RequestHandler {
    return async (request, response, next) => {
      const opened = await openOperation(request, operation)
      // What one caller is told must not be kept for others.
      response.setHeader('Cache-Control', 'no-store')
      if ('problem' in opened) {
        refuse(opened)(request, response, next)
      } else {
        response.locals.opened = opened
        next()
      }
    }
  }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Most clients send `Content-Length: 0` with a POST that has no body. */
function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}
