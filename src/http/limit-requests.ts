import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Problem } from '../domain/problem.ts'

const MINUTE = 60_000

/** At most `perMinute` requests per IP address, told in the IETF headers; 0 turns the limit off. */
export function limitRequests(
  perMinute: number,
  refuse: (problem: Problem) => RequestHandler,
): readonly RequestHandler[] {
  if (perMinute === 0) return []
  const limit = rateLimit({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse({ problem: 'rate-limited' }),
    // A forwarded address that is not to be trusted is ignored, which is no fault of the configuration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  })
  return [limit]
}
