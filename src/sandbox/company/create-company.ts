import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Router } from 'express'
import { createBooks } from './books/create-books.ts'
import type { Company, CompanyAddress } from './company.ts'
import { createControl } from './control/create-control.ts'
import { createGateway } from './gateway/create-gateway.ts'
import { createMeter } from './gateway/meter.ts'
import { createThrottle } from './gateway/throttle.ts'
import { createKnobs } from './knobs/knobs.ts'
import { client } from './oauth/client.ts'
import { createAuthorize } from './oauth/create-authorize.tsx'
import { createTokenEndpoints } from './oauth/create-token-endpoints.ts'
import { createGrants } from './oauth/grants.ts'
import { createRealms } from './realms/create-realms.ts'
import { createFirstAnswers } from './realms/first-answers.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { createOnce } from './v3/once.ts'
import { createService } from './v3/create-service.ts'

interface Needs {
  /** From `openDatabase`; whoever opened it closes it. */
  readonly database: DatabaseSyncInstance
  /** Where browsers reach the sandbox, without a slash at the end. */
  readonly publicUrl: string
  /** Where other programs reach it; by default the same. */
  readonly internalUrl?: string
  /** Where owners may be sent back to; by default anywhere, which only a sandbox run apart may allow. */
  readonly redirectUris?: readonly string[]
  readonly settings?: Partial<Settings>
  readonly now: () => Date
  readonly randomBytes: (count: number) => Buffer
}

/** Opens the sandbox's companies; where there is none yet, makes the first. */
export function createCompany(needs: Needs): Company {
  const { database, publicUrl, internalUrl = publicUrl, redirectUris, now, randomBytes } = needs
  const settings = { ...defaultSettings(), ...needs.settings }
  const counts = { requests: 0, throttled: 0, exchanges: 0, refreshes: 0, refusedRefreshes: 0 }
  const realms = createRealms({
    database,
    now,
    newBooks: (state) => createBooks({ now, ...(state !== undefined && { state }) }),
  })
  if (realms.ids().length === 0) realms.add()
  const knobs = createKnobs()
  const killsFormer = () => knobs.has('kill-former-refresh-token')
  const grants = createGrants({ database, now, randomBytes, killsFormer })
  const once = createOnce({
    realms,
    firstAnswers: createFirstAnswers(database),
    nameListsIgnoreRequestId: () => settings.nameListsIgnoreRequestId,
  })
  const throttle = createThrottle(now)
  const meter = createMeter(now)
  const service = createService({ realms, once, now })

  const addressOf = (realmId: string): CompanyAddress => ({
    apiUrl: `${internalUrl}/v3`,
    discoveryUrl: `${internalUrl}/.well-known/openid_sandbox_configuration`,
    clientId: client.id,
    clientSecret: client.secret,
    refreshToken: grants.issue(realmId).refreshToken,
    realmId,
  })
  const company: Omit<Company, 'router'> = {
    realmIds: realms.ids,
    books: realms.books,
    person: realms.person,
    write: (realmId, write) => realms.write(realmId, write, { by: 'person', requestId: null }),
    ledger: realms.ledger.entries,
    addCompany: () => addressOf(realms.add()),
    address: () => addressOf(realms.ids()[0] ?? realms.add()),
    reset: () => {
      knobs.clear()
      throttle.clear()
      realms.reset()
    },
  }

  const router = Router()
  router.use(
    ['/v3', '/oauth2', '/v2/oauth2', '/v1/openid_connect', '/.well-known', '/connect/oauth2'],
    (_request, response, next) => {
      response.set('intuit_tid', `1-${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')}`)
      next()
    },
  )
  router.use(createTokenEndpoints({ grants, knobs, publicUrl, internalUrl, counts }))
  router.use(createAuthorize({ realms, grants, redirectUris }))
  router.use('/v3', createGateway({ grants, service, knobs, settings, throttle, meter, counts, now }))
  router.use('/_sandbox', createControl({ realms, grants, knobs, settings, counts, meter, company }))
  return { ...company, router }
}
