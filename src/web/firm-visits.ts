import type { RequestHandler, Response } from 'express'
import type { Firm } from '../domain/firm.ts'
import type { Problem } from '../domain/problem.ts'
import type { Firms } from '../firms/firms.ts'
import type { Visitor, Visits } from './visits.ts'

export interface FirmVisit {
  readonly firm: Firm
  readonly visitor: Visitor
}

interface Needs {
  readonly firms: Firms
  readonly visits: Visits
  readonly refuse: (problem: Problem) => RequestHandler
}

/** Who visits the pages of a firm, below `/firms/{firmId}`: its own members, and nobody else. */
export function createFirmVisits({ firms, visits, refuse }: Needs) {
  const enter: RequestHandler = async (request, response, next) => {
    const visitor = await visits.who(request)
    response.set('Cache-Control', 'no-store')
    const isOwn = visitor !== undefined && visitor.firmId === request.params.firmId
    const firm = isOwn ? await firms.get(visitor.firmId) : undefined
    if (visitor === undefined) refuse({ problem: 'unauthenticated' })(request, response, next)
    else if (firm === undefined) refuse({ problem: 'not-found' })(request, response, next)
    else {
      response.locals.visit = { firm: firm.doc, visitor } satisfies FirmVisit
      next()
    }
  }
  return {
    enter,
    /** The visit that has entered. */
    of: (response: Response) => response.locals.visit as FirmVisit,
  }
}

export type FirmVisits = ReturnType<typeof createFirmVisits>
