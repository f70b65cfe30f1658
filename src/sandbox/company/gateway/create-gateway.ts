import express, { type ErrorRequestHandler, type Request, Router } from 'express'
import { deliver } from '../knobs/deliver.ts'
import type { Knobs } from '../knobs/knobs.ts'
import type { Grants } from '../oauth/grants.ts'
import type { Settings } from '../settings.ts'
import type { SentAnswer } from '../v3/answer.ts'
import type { Service } from '../v3/create-service.ts'
import type { V3Request } from '../v3/v3-request.ts'
import { authenticate } from './authenticate.ts'
import { type Form, gatewayFault } from './gateway-fault.ts'
import type { Meter } from './meter.ts'
import { readsIn } from './reads-in.ts'
import type { Throttle } from './throttle.ts'
import { throttled } from './throttled.ts'

/** No request of an accounting client comes near. */
const BODY_LIMIT = 2 * 1024 * 1024

interface Needs {
  readonly grants: Grants
  readonly service: Service
  readonly knobs: Knobs
  readonly settings: Settings
  readonly throttle: Throttle
  readonly meter: Meter
  readonly counts: Counts
  readonly now: () => Date
}

/** What went through the gateway since the start. */
export interface Counts {
  requests: number
  throttled: number
}

/** `/v3`: who may call, how often, and what is done with the answer on its way. */
export function createGateway(needs: Needs): Router {
  const { grants, service, knobs, settings, throttle, meter, counts, now } = needs
  const router = Router()
  router.use('/company/:realmId', express.raw({ type: () => true, limit: BODY_LIMIT }))
  router.all('/company/:realmId{/*path}', async (request, response) => {
    const v3 = v3Request(request)
    const form: Form = { form: formOf(request), now: now() }
    const operation = v3.parameters.get('operation')?.toLowerCase() ?? ''
    if (v3.method !== 'GET' && v3.method !== 'POST') response.set('Allow', 'GET, POST')
    await deliver(response, {
      knobs,
      words: [v3.method.toLowerCase(), v3.resource, operation],
      realmId: v3.realmId,
      throttled: (shape) => throttled('minute', shape, form),
      perform: () => pass(v3, request.headers.authorization, form),
    })
  })
  router.use(((error: unknown, _request, response, next) => {
    const isTooLarge = error instanceof Error && 'status' in error && error.status === 413
    if (!isTooLarge) {
      next(error)
      return
    }
    response.status(413).type('html').send('<html><h1>413 Request Entity Too Large</h1></html>')
  }) satisfies ErrorRequestHandler)
  return router

  function pass(v3: V3Request, authorization: string | undefined, form: Form): SentAnswer {
    counts.requests += 1
    const { realmId } = v3
    const refused = authenticate(grants, { realmId, authorization })
    if (refused !== undefined) return gatewayFault(refused, form)
    if (!throttle.admits({ realmId, isBatch: v3.resource === 'batch', limits: settings.limits })) {
      counts.throttled += 1
      return throttled('minute', 'gateway', form)
    }
    if (!meter.admits(readsIn(v3), knobs.has('monthly-limit') ? 0 : settings.monthlyReads)) {
      return throttled('month', 'gateway', form)
    }
    return service(v3, form.form)
  }
}

function v3Request(request: Request): V3Request {
  const url = new URL(request.originalUrl, 'https://quickbooks.api.intuit.com')
  const [, , , realmId = '', resource = '', ...rest] = url.pathname.split('/').map(decoded)
  const body: unknown = request.body
  return {
    realmId,
    method: request.method,
    resource: resource.toLowerCase(),
    rest: rest.filter((segment, index) => segment !== '' || index < rest.length - 1),
    parameters: url.searchParams,
    contentType: (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    url: url.href,
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** XML is what QuickBooks speaks unless it is told that JSON will do. */
function formOf(request: Request): 'json' | 'xml' {
  if (request.query.format === 'json') return 'json'
  if (request.headers.accept === undefined) return 'xml'
  return request.accepts(['application/json', 'application/xml']) === 'application/json' ? 'json' : 'xml'
}
