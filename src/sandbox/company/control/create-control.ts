import express, { Router } from 'express'
import path from 'node:path'
import { z } from 'zod'
import { root } from '../../../root.ts'
import type { Company } from '../company.ts'
import type { Counts } from '../gateway/create-gateway.ts'
import type { Meter } from '../gateway/meter.ts'
import { isOfOtherSite } from '../is-of-other-site.ts'
import { knobSchema } from '../knobs/knob.ts'
import type { Knobs } from '../knobs/knobs.ts'
import type { Grants } from '../oauth/grants.ts'
import type { TokenCounts } from '../oauth/create-token-endpoints.ts'
import type { Realms } from '../realms/create-realms.ts'
import type { Settings } from '../settings.ts'
import { applyKnob } from './apply-knob.ts'

interface Needs {
  readonly realms: Realms
  readonly grants: Grants
  readonly knobs: Knobs
  readonly settings: Settings
  readonly counts: Counts & TokenCounts
  readonly meter: Meter
  readonly company: Pick<Company, 'addCompany' | 'reset'>
}

/** `/_sandbox`: what outside judges and tests set and look at. */
export function createControl(needs: Needs): Router {
  const { realms, knobs, settings, counts, meter, company } = needs
  const router = Router()
  router.use('/static', express.static(path.join(root, 'src', 'web', 'static'), { index: false }))
  router.use((request, response, next) => {
    if (!isOfOtherSite(request)) next()
    else response.status(403).json({ errors: [{ pointer: '', detail: 'A page of another site sent this.' }] })
  })
  router.get('/knobs', (_request, response) => {
    const companies = Object.fromEntries(realms.ids().map((id) => [id, realms.books(id)?.settings]))
    response.json({ knobs: knobs.list(), holding: knobs.holding(), settings, companies })
  })
  router.post('/knobs', express.json({ limit: '64kb', type: () => true }), (request, response) => {
    const read = knobSchema.safeParse(request.body)
    if (!read.success) {
      const errors = read.error.issues.map(({ path: at, message }) => ({
        pointer: at.map((member) => `/${String(member)}`).join(''),
        detail: message,
      }))
      response.status(400).json({ errors })
      return
    }
    const problem = applyKnob(needs, read.data)
    if (problem !== undefined) response.status(400).json({ errors: [problem] })
    else response.status(201).json(read.data)
  })
  router.delete('/knobs', (_request, response) => {
    knobs.clear()
    response.status(204).end()
  })
  router.get('/ledger', (_request, response) => {
    response.json({ entries: realms.ledger.entries() })
  })
  router.get('/counts', (_request, response) => {
    response.json({ ...counts, reads: meter.count() })
  })
  router.post('/companies', (_request, response) => {
    response.status(201).json(company.addCompany())
  })
  router.post('/reset', (_request, response) => {
    company.reset()
    response.status(204).end()
  })
  router.use(((error: unknown, _request, response, next) => {
    if (!isOfRequest.safeParse(error).success) {
      next(error)
      return
    }
    response.status(400).json({ errors: [{ pointer: '', detail: 'The body is not JSON.' }] })
  }) satisfies express.ErrorRequestHandler)
  return router
}

const isOfRequest = z.object({ status: z.int().min(400).max(499) })
