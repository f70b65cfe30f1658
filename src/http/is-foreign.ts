import type { Request } from 'express'

/** Whether a page of another site, or nobody knows who, sent a request that changes something. */
export function isForeign({ method, headers }: Request, publicUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  // Browsers always say it, on https and on this machine; elsewhere the origin must do.
  if (site !== undefined) return site !== 'same-origin'
  return headers.origin !== new URL(publicUrl).origin
}
