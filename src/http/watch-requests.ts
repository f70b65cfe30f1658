import type { Request, RequestHandler } from 'express'
import type { AnsweredRequest } from './answered-request.ts'

/** Tells of every request once it is answered, or its caller is gone. */
export function watchRequests(onAnswered: (request: AnsweredRequest) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    response.once('close', () => {
      const { method } = request
      onAnswered({
        requestId: String(response.getHeader('X-Request-Id')),
        method,
        path: request.originalUrl.replace(/\?.*$/su, '').replace(/^(\/portal\/).*/su, '$1•••'),
        route: routeOf(request),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - start),
      })
    })
    next()
  }
}

function routeOf({ baseUrl, route }: Request): string {
  const path = (route as { readonly path?: unknown } | undefined)?.path
  return typeof path === 'string' ? `${baseUrl}${path}` : 'none'
}
