import { DatabaseSync } from '@photostructure/sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../../dist/app.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'
import { root } from '../../dist/root.js'
import { median } from './cpu.js'
import { httpShare } from './http-share.js'

const FIRM_ISSUES = 500
const ROUNDS = 31
const CALLS = 20

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-bench-'))
const app = await createApp(root)
const now = () => new Date('2026-06-01T00:00:00Z')
const failure = {
  error: app.loaded.catalog.rules[3].item.message,
  httpStatus: 400,
  record: {
    type: 'invoice',
    id: 'inv',
    label: 'Invoice 1781',
    amount: '1250.00',
    currency: 'USD',
    client: { id: 'c_7', name: 'Northwind LLC' },
  },
  occurredAt: '2026-03-02T09:41:00Z',
}

const small = await storeOf(10_000)
const large = await storeOf(1_000_000)
const list = ({ issues }) => issues.list('asked', { status: 'open', sort: '-lastSeenAt', limit: 50 })
const summary = ({ issues }) => issues.summarize('asked')
const pageCost = await growth(list)
const summaryCost = await growth(summary)

const json = JSON.stringify(failure)
const share = await httpShare({
  bare: { kind: 'insert', path: '/', body: () => json },
  ours: {
    kind: 'ours',
    path: '/v1/firms/acme/failures',
    body: (number) =>
      JSON.stringify({
        ...failure,
        record: { ...failure.record, id: `inv_${number}` },
        occurredAt: new Date(Date.UTC(2026, 2, 1) + number * 1000).toISOString(),
        occurrenceId: `push_${number}`,
      }),
  },
})
rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    pageCost1MTo10k: round(pageCost),
    summaryCost1MTo10k: round(summaryCost),
    reportShareOfBareInsert: round(share),
  }),
)

/** A store of this many issues, of which the firm `asked` has its 500 all over it. */
async function storeOf(count) {
  const file = path.join(folder, `${count}.sqlite`)
  const stores = await app.stores(await openSqlite(file), now)
  const actor = { type: 'key', id: 'k', via: null }
  const record = { ...failure.record, money: { minor: 125_000, currency: 'USD' }, url: null, date: null }
  const facts = { locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
  await stores.firms.put('pattern', { name: 'Pattern Accounting', ...facts })
  const { issue } = await stores.issues.reportFailure(
    'pattern',
    { ...failure, record, occurredAt: '2026-03-02T09:41:00.000Z' },
    actor,
  )
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const insert = database.prepare('INSERT INTO issues (id, version, doc) VALUES (?, 1, ?)')
  const every = count / FIRM_ISSUES
  for (let i = 0; i < count; i++) {
    const id = `iss_${(i * 7_919) % count}`
    const firmId = i % every === 0 ? 'asked' : `firm_${i % 2_000}`
    const seen = new Date(Date.UTC(2026, 0, 1) + i * 10_000).toISOString()
    const status = i % 3 === 0 ? 'resolved' : 'open'
    insert.run(id, JSON.stringify({ ...issue.doc, id, firmId, status, firstSeenAt: seen, lastSeenAt: seen }))
  }
  database.exec('COMMIT')
  database.close()
  console.log(`${count} issues are there`)
  return stores
}

/** How many times more CPU this costs in the large store. */
async function growth(ask) {
  const ratios = []
  for (let round = -5; round < ROUNDS; round++) {
    const few = await cost(ask, small)
    const many = await cost(ask, large)
    if (round >= 0) ratios.push(many / few)
  }
  return median(ratios)
}

async function cost(ask, stores) {
  const before = process.cpuUsage()
  for (let call = 0; call < CALLS; call++) await ask(stores)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function round(value) {
  return Math.round(value * 100) / 100
}
