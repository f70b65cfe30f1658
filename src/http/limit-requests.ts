import type { RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Problem } from '../domain/problem.ts'
import type { Opened } from './open-operation.ts'

const MINUTE = 60_000

/** At most `perMinute` requests per address, or per caller, told in the IETF headers; 0 turns the limit off. */
export function limitRequests(
  perMinute: number,
  per: 'address' | 'caller',
  refuse: (problem: Problem) => RequestHandler,
): readonly RequestHandler[] {
  if (perMinute === 0) return []
  const limit = rateLimit({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse({ problem: 'rate-limited' }),
    keyGenerator: ({ ip = '' }, response) => (per === 'address' ? ipKeyGenerator(ip) : callerOf(response)),
    // A forwarded address that is not to be trusted is ignored, which is no fault of the configuration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  })
  return [limit]
}

function callerOf({ locals }: Response): string {
  const { principal } = locals.opened as Opened
  return JSON.stringify([principal.type, principal.firmId, principal.id])
}
