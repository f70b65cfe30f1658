import type { RequestHandler } from 'express'
import type { Problem } from '../domain/problem.ts'

/** Answers OPTIONS, serves HEAD as GET (Node leaves the body out), and refuses what an address has no method for. */
export function allowMethods(
  methods: readonly string[],
  refuse: (problem: Problem) => RequestHandler,
): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const refused = refuse({ problem: 'method-not-allowed', headers: { Allow: allow } })
  return (request, response, next) => {
    if (request.method === 'OPTIONS') {
      response.set('Allow', allow).status(204).end()
      return
    }
    if (request.method === 'HEAD' && methods.includes('GET')) {
      request.method = 'GET'
      response.locals.isHead = true
    }
    if (methods.includes(request.method)) next()
    else refused(request, response, next)
  }
}
