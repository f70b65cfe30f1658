import express, { type RequestHandler, Router } from 'express'
import type { Problem } from '../domain/problem.ts'
import { isSignedWith } from '../quickbooks/webhooks/is-signed-with.ts'
import type { MarkChanged } from '../quickbooks/webhooks/mark-changed.ts'
import { readNotifications } from '../quickbooks/webhooks/read-notifications.ts'

interface Needs {
  /** The verifier token of the app at Intuit. */
  readonly verifier: string
  readonly markChanged: MarkChanged
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
}

const BODY_LIMIT = 2 * 1024 * 1024

/**
 * `POST /intuit/webhooks`: what Intuit tells of changes in the books. There is no limit per address, since Intuit sends
 * for all firms from a few; who does not know the verifier token costs one hash of a body that is not large.
 */
export function createIntuitWebhooks({ verifier, markChanged, allowMethods, refuse }: Needs): Router {
  const router = Router()
  const unsigned = refuse({ problem: 'unauthenticated', reason: 'signature' })
  const notJson = refuse({ problem: 'invalid-json' })
  router.all('/intuit/webhooks', allowMethods(['POST']))
  router.post(
    '/intuit/webhooks',
    // What was signed are the bytes; whatever they are called, and however they would be written anew.
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    async (request, response, next) => {
      const body: unknown = request.body
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
      if (!isSignedWith(verifier, bytes, request.get('intuit-signature'))) {
        unsigned(request, response, next)
        return
      }
      const notified = readNotifications(bytes.toString('utf8'))
      if (notified === undefined) {
        notJson(request, response, next)
        return
      }
      await markChanged(notified)
      response.status(200).end()
    },
  )
  return router
}
