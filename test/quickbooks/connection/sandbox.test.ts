import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { createQuickBooks } from '../../../src/quickbooks/client/create-quickbooks.ts'
import { createIntuitOAuth } from '../../../src/quickbooks/connection/intuit-oauth-client.ts'
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts'
import type { Storage } from '../../../src/storage/storage.ts'
import { startConnectionProcesses } from '../../support/connection-processes.ts'
import { ADA, APP, connectionsOn } from '../../support/connections.ts'
import { startOAuthServer } from '../../support/oauth-server.ts'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
const place = path.join(folder, 'syncdoctor.sqlite')
const now = () => new Date()
const session = { firmId: 'acme', memberId: ADA.id }
const countsForm = z.object({ refreshes: z.number(), refusedRefreshes: z.number() })

let storage: Storage
let sandbox: Sandbox
let realmId: string
let processes: Awaited<ReturnType<typeof startConnectionProcesses>>
let service: Awaited<ReturnType<typeof serviceAt>>

beforeAll(async () => {
  storage = await openSqlite(place)
  sandbox = await startSandbox()
  realmId = sandbox.address.realmId
  service = await serviceAt()
  processes = await startConnectionProcesses({ place, app: appOf() })
})

afterAll(async () => {
  await processes.stop()
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

function appOf() {
  const { clientId, clientSecret, discoveryUrl } = sandbox.address
  return { ...APP, clientId, clientSecret, discoveryUrl }
}

/** The service, as it is set up with the sandbox in the place of Intuit. */
async function serviceAt() {
  return connectionsOn({
    storage,
    server: await startOAuthServer(),
    now,
    oauth: createIntuitOAuth({ app: appOf(), now }),
    readCompanyInfo: (access) => createQuickBooks({ access, apiUrl: sandbox.address.apiUrl }).companyInfo(),
  })
}

/** What a person decides on Intuit's page, and what their browser is sent back with. */
async function decide(decision: 'connect' | 'cancel') {
  const authorization = await service.connections.authorize({ firmId: 'acme', actor: ADA, language: null })
  const { origin, pathname, searchParams } = new URL(authorization?.url ?? '')
  const body = new URLSearchParams([...searchParams, ['realmId', realmId], ['decision', decision]])
  const answer = await fetch(origin + pathname, { method: 'POST', body, redirect: 'manual' })
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams)
}

const connect = async () => service.connections.complete(await decide('connect'), session)

const counts = async () => countsForm.parse(await (await fetch(`${sandbox.url}/_sandbox/counts`)).json())

/** The token that is kept is from an hour ago. */
async function letTokenExpire(): Promise<void> {
  const known = await service.kept.connections.get('acme')
  if (known === undefined) throw new Error('The firm is not connected.')
  const accessExpiresAt = new Date(now().getTime() - 1).toISOString()
  await service.kept.connections.replace({ ...known.doc, accessExpiresAt }, known.version)
  await sandbox.setKnob({ knob: 'expire-access-tokens' })
}

const booksOf = () =>
  createQuickBooks({
    access: service.connections.access('acme'),
    apiUrl: sandbox.address.apiUrl,
  })

describe('a firm and the sandbox company', () => {
  it('are connected by a person who agrees, and the books can be read', async () => {
    expect(await connect()).toMatchObject({ outcome: 'connected', companyName: expect.any(String) })
    expect(await booksOf().preferences()).toMatchObject({ outcome: 'read' })
    expect(await service.connections.get('acme')).toMatchObject({
      status: 'connected',
      realmId,
      hardDaysLeft: expect.any(Number),
    })
  })

  it('are not connected by a person who does not', async () => {
    expect(await service.connections.complete(await decide('cancel'), session)).toMatchObject({
      outcome: 'denied',
    })
  })

  it('are not connected where somebody wrote another company into the address', async () => {
    const made = await fetch(`${sandbox.url}/_sandbox/companies`, { method: 'POST' })
    const other = z.object({ realmId: z.string() }).parse(await made.json())
    const answer = { ...(await decide('connect')), realmId: other.realmId }
    expect(await service.connections.complete(answer, session)).toMatchObject({ outcome: 'exchange-failed' })
    expect(await service.kept.realms.get(other.realmId)).toBeUndefined()
  })

  it('are connected no more once the firm disconnects', async () => {
    await connect()
    const token = await service.connections.access('acme').token()
    await service.connections.disconnect('acme', ADA)
    const access = {
      ...service.connections.access('acme'),
      token: async () => token,
      // Whatever was called just before.
      reserve: async () => 'now' as const,
    }
    const books = createQuickBooks({ access, apiUrl: sandbox.address.apiUrl })
    expect(await books.companyInfo()).toMatchObject({ outcome: 'not-sent', waitingFor: 'connection' })
  })
})

describe('50 callers in four processes, with one expired token', () => {
  beforeEach(async () => {
    await connect()
    await letTokenExpire()
  })

  it('cause one refresh', async () => {
    const before = await counts()
    expect(await processes.tokens('acme')).toHaveLength(1)
    expect(await counts()).toEqual({ ...before, refreshes: before.refreshes + 1 })
    expect(await booksOf().companyInfo()).toMatchObject({ outcome: 'read' })
  })

  it('do not notice that an answer was lost', async () => {
    const before = await counts()
    await sandbox.setKnob({ knob: 'lose-refresh-answer', times: 1 })
    expect(await processes.tokens('acme')).toHaveLength(1)
    expect(await counts()).toEqual({ ...before, refreshes: before.refreshes + 2 })
    expect(await booksOf().companyInfo()).toMatchObject({ outcome: 'read' })
  })

  it('wait for somebody to reconnect where the lost answer was the last, and then go on', async () => {
    const before = await counts()
    await sandbox.setKnob({ knob: 'kill-former-refresh-token' })
    await sandbox.setKnob({ knob: 'lose-refresh-answer', times: 1 })
    expect(await processes.tokens('acme')).toEqual(['connection'])
    expect(await counts()).toEqual({
      refreshes: before.refreshes + 1,
      refusedRefreshes: before.refusedRefreshes + 1,
    })
    expect(await service.connections.get('acme')).toMatchObject({ status: 'reconnect-needed' })
    expect(await booksOf().companyInfo()).toMatchObject({ outcome: 'not-sent', waitingFor: 'connection' })
    await connect()
    expect(await processes.tokens('acme')).not.toContain('connection')
    expect(await booksOf().companyInfo()).toMatchObject({ outcome: 'read' })
  })
})

it('leaves no token readable in the files of the database', async () => {
  await connect()
  const token = await service.connections.access('acme').token()
  if ('outcome' in token) throw new Error('There is no token.')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name))))
  const stored = Buffer.concat(files)
  expect(stored.includes(token.accessToken)).toBe(false)
  expect(stored.includes(sandbox.address.clientSecret)).toBe(false)
  expect(stored.includes(realmId)).toBe(true)
})
