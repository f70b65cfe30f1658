import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from '@photostructure/sqlite'
import { createClaimDue } from '../../dist/actions/claim-due.js'
import { perform } from '../../dist/actions/perform.js'
import { createApp } from '../../dist/app.js'
import { newAction } from '../../dist/domain/new-action.js'
import { createNodeQuickBooks } from '../../dist/quickbooks/client/node-quickbooks.js'
import { createQuickBooks } from '../../dist/quickbooks/client/create-quickbooks.js'
import { criteriaOf } from '../../dist/quickbooks/client/criteria-of.js'
import { root } from '../../dist/root.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'
import { cpuPer, median } from './cpu.js'

const ROUNDS = 31
const CLAIMS = 20
const ACTIONS = 100
const ACTION_ROUNDS = 5

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-bench-'))
const app = await createApp(root)
const actor = { type: 'key', id: 'k', via: null }
const facts = { locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
let ids = 0

const claimCost = await claimGrowth()
const { all, library } = await costOfActions()
rmSync(folder, { recursive: true, force: true })
console.log(
  `CPU of an action, in milliseconds: ${round(all)}, of which node-quickbooks takes ${round(library)} for the same calls`,
)
console.log(JSON.stringify({ claimCost100kTo1k: round(claimCost), overheadPerAction: round(all - library) }))

/** How many times more CPU it costs to take one action among 100,000 that wait than among 1,000. */
async function claimGrowth() {
  const few = await waiting(1_000)
  const many = await waiting(100_000)
  const ratios = []
  for (let number = -5; number < ROUNDS; number++) {
    const cost = await cpuPer(CLAIMS, few)
    const costOfMany = await cpuPer(CLAIMS, many)
    if (number >= 0) ratios.push(costOfMany / cost)
  }
  return median(ratios)
}

/** So many issues with an action that is due; the answer takes some of these, one by one. */
async function waiting(count) {
  const file = path.join(folder, `${count}.sqlite`)
  const now = () => new Date('2026-06-01T00:00:00Z')
  const stores = await app.stores(await openSqlite(file), now)
  await stores.firms.put('pattern', { name: 'Pattern Accounting', ...facts })
  const { issue } = await stores.issues.reportFailure('pattern', failureOf('pattern', {}), actor)
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const insert = database.prepare('INSERT INTO issues (id, version, doc) VALUES (?, 1, ?)')
  for (let i = 0; i < count; i++) {
    const id = `iss_${(i * 7_919) % count}`
    const at = new Date(Date.UTC(2026, 0, 1) + i * 10_000).toISOString()
    const doc = { ...issue.doc, id, firmId: `firm_${i % 2_000}` }
    const action = newAction(doc, {
      id: `act_${i}`,
      kind: 'resync',
      state: 'queued',
      actor,
      note: null,
      createdAt: at,
      dueAt: at,
    })
    insert.run(id, JSON.stringify({ ...doc, action }))
  }
  database.exec('COMMIT')
  database.close()
  console.log(`${count} actions wait`)
  const claimDue = claimsOf(stores, now)
  return async () => {
    for (let i = 0; i < CLAIMS; i++) {
      if ((await claimDue(1)).length !== 1) throw new Error('There is nothing to take.')
    }
  }
}

/** What an action costs this process, in milliseconds of CPU; and what node-quickbooks alone takes for its calls. */
async function costOfActions() {
  const sandbox = await startSandbox()
  const now = () => new Date()
  const stores = await app.stores(await openSqlite(path.join(folder, 'actions.sqlite')), now)
  await stores.firms.put('acme', { name: 'Acme Accounting', ...facts })
  const costs = { all: [], library: [] }
  for (let number = 0; number < ACTION_ROUNDS + 1; number++) {
    const calls = []
    const ours = await newCompany(sandbox)
    const work = workOf(stores, now, recorded(createQuickBooks(ours), calls))
    const claimDue = claimsOf(stores, now)
    await askForActions(stores)
    const all = await cpuPer(ACTIONS, async () => {
      for (let i = 0; i < ACTIONS; i++) {
        const [held] = await claimDue(1)
        await perform(held, work)
        if (held.action.state !== 'succeeded') throw new Error(JSON.stringify(held.action))
      }
    })
    const theirs = await newCompany(sandbox)
    const library = await cpuPer(ACTIONS, async () => {
      for (const call of calls) await replay(theirs, call)
    })
    // The first round warms up.
    if (number === 0) continue
    costs.all.push(all / 1_000)
    costs.library.push(library / 1_000)
  }
  sandbox.process.kill('SIGTERM')
  await once(sandbox.process, 'exit')
  return { all: median(costs.all), library: median(costs.library) }
}

async function askForActions({ issues, actions }) {
  for (let i = 0; i < ACTIONS; i++) {
    const id = `inv_${(ids += 1)}`
    const body = {
      DocNumber: id,
      TxnDate: '2026-03-02',
      CustomerRef: { value: '1' },
      Line: [
        {
          Amount: 100 + i,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: { ItemRef: { value: '4' } },
        },
      ],
    }
    const { issue } = await issues.reportFailure('acme', failureOf(id, body), actor)
    const wish = { kind: 'resync', actor, note: null, changes: null, link: null }
    await actions.request('acme', issue.doc.id, { ...wish, id: `act_${id}` })
  }
}

function failureOf(id, body) {
  return {
    error: app.loaded.catalog.rules[3].item.message,
    httpStatus: 400,
    entity: 'Invoice',
    operation: 'create',
    payload: JSON.stringify(body),
    record: {
      type: 'invoice',
      id,
      label: id,
      url: null,
      money: { minor: 125_000, currency: 'USD' },
      date: null,
      client: { id: 'c_7', name: 'Northwind LLC' },
    },
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
  }
}

function claimsOf({ collections, store }, now) {
  const { issues } = collections
  return createClaimDue({ issues, store, newId: () => `lease_${(ids += 1)}`, now, leaseMilliseconds: 30_000 })
}

function workOf({ knownRecords, readFailure, hurry }, now, books) {
  return {
    quickBooksOf: async () => books,
    hostOf: async () => undefined,
    hostPushes: async () => false,
    isCalledOff: async () => false,
    ...knownRecords,
    readFailure,
    hurry,
    now,
    random: Math.random,
    onBug: (error) => {
      throw error
    },
  }
}

/** The books, and every call of them noted down. */
function recorded(books, calls) {
  return Object.fromEntries(
    Object.entries(books).map(([method, call]) => [
      method,
      (...values) => {
        calls.push({ method, values })
        return call(...values)
      },
    ]),
  )
}

/** A call once more, by the library alone. */
function replay({ apiUrl, access }, { method, values: [asked, id] }) {
  return new Promise((resolve, reject) => {
    const done = (error, answer) => (error ? reject(error) : resolve(answer))
    void access.token().then((token) => {
      const client = createNodeQuickBooks(apiUrl, token)
      switch (method) {
        case 'create':
          return client[`create${asked.entity}`]({ ...asked.body, requestId: asked.requestId }, done)
        case 'get':
          return client[`get${asked}`](id, done)
        case 'query':
          return client[`find${asked.entity}s`](criteriaOf(asked), done)
        case 'queries':
          return client.batch(
            asked.map((query, number) => ({
              bId: String(number),
              Query: `select * from ${query.entity}${criteriaOf(query)}`,
            })),
            done,
          )
        case 'preferences':
          return client.getPreferences(done)
        default:
          reject(new Error(`The library is not asked for ${method}.`))
      }
    })
  })
}

async function startSandbox() {
  const child = spawn(
    process.execPath,
    [path.join(root, 'dist', 'cli.js'), 'sandbox', '--port', '0', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATA_DIR: path.join(folder, 'sandbox') } },
  )
  const [line] = await once(createInterface(child.stdout), 'line')
  const address = JSON.parse(line)
  const sandbox = { process: child, address, url: new URL(address.apiUrl).origin }
  await post(sandbox, '/_sandbox/knobs', { knob: 'settings', limits: 0 })
  return sandbox
}

/** A company of its own, and the right to call it as often as one likes. */
async function newCompany(sandbox) {
  const { clientId, clientSecret, apiUrl } = sandbox.address
  const { realmId, refreshToken } = await post(sandbox, '/_sandbox/companies')
  await post(sandbox, '/_sandbox/knobs', { knob: 'settings', limits: 0, realmId })
  const answer = await fetch(`${sandbox.url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  })
  const { access_token: accessToken } = await answer.json()
  const access = {
    token: async () => ({ realmId, accessToken }),
    renewed: async () => ({ outcome: 'not-sent', waitingFor: 'connection' }),
    reserve: async () => 'now',
    throttled: async () => ({ outcome: 'not-sent', waitingFor: 'rate-limit' }),
    answered: async () => {},
  }
  return { apiUrl, access }
}

async function post({ url }, address, body) {
  const response = await fetch(`${url}${address}`, {
    method: 'POST',
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return response.json()
}

function round(value) {
  return Math.round(value * 100) / 100
}
