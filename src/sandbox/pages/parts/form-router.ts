import express, { Router } from 'express'
import type { PagesNeed } from './pages-need.ts'

const BODY_LIMIT = 16 * 1024

/** A router whose forms are read, and refused where a page of another site sent them. */
export function formRouter({ isForeign, allowMethods, refuse, limit }: PagesNeed): Router {
  const router = Router()
  router.use(...limit, allowMethods(['GET', 'POST']), (request, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (isForeign(request)) refuse({ problem: 'foreign-origin' })(request, response, next)
    else next()
  })
  router.use(express.urlencoded({ limit: BODY_LIMIT, extended: false }))
  return router
}
