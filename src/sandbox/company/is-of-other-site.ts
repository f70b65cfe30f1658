import type { Request } from 'express'

/** Whether a page of another site sent a request that changes something; programs, which say nothing of it, may. */
export function isOfOtherSite({ method, headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  return method !== 'GET' && (site === 'cross-site' || site === 'same-site')
}
