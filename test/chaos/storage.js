/**
 * Kills the service again and again, with SIGKILL, while failures and successes are reported to it, and counts what it
 * lost of what it had acknowledged, and what it counted twice. The last line is the result, as JSON; the exit code is 1
 * if anything was wrong.
 *
 *   node test/chaos/storage.js [kills] [seed] [patience]
 *
 * Patience is for how many milliseconds requests with an Idempotency-Key that a kill cut short are waited for.
 */
import { DatabaseSync } from '@photostructure/sqlite'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../dist/app.js'
import { openStorage } from '../../dist/wiring/open-storage.js'
import { root } from '../../dist/root.js'
import { seeded } from './seeded.js'

const [KILLS = 100, SEED = 1, PATIENCE = 60_000] = process.argv.slice(2).map(Number)
const WORKERS = 6
/** Few, so that reports of one record meet. */
const RECORDS = 12
/** How long a service runs before it is killed, at most. */
const RUN_MILLISECONDS = 500
const ADDRESS = /(http:\/\/[^\s/]+)\/\s/u

const random = seeded(SEED)
const dataDir = await mkdtemp(path.join(tmpdir(), 'syncdoctor-chaos-'))
const database = path.join(dataDir, 'syncdoctor.sqlite')
const app = await createApp(root)

const made = []
let url = ''
let isEnding = false
let repeated = 0
let running

try {
  const key = await onStores(async ({ firms, keys }) => {
    const facts = {
      name: 'Acme',
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      notificationAddresses: [],
    }
    await firms.put('acme', facts)
    return (await keys.create({ role: 'integrator', firmId: 'acme', expiresAt: null })).key
  })
  const workers = Promise.all(Array.from({ length: WORKERS }, () => work(key)))
  for (let kills = 0; kills < KILLS; kills += 1) {
    running = start()
    // Some are killed while they start.
    if (random() > 0.1) url = await running.ready
    await wait(random() * RUN_MILLISECONDS)
    running.child.kill('SIGKILL')
    await running.ended
    quickCheck()
  }
  isEnding = true
  running = start()
  url = await running.ready
  await workers
  const cut = made.filter((report) => !report.acknowledged)
  for (const report of cut) await waitFor(report, key)
  let lost = 0
  for (const report of made.filter(({ acknowledged, body }) => acknowledged && body.occurrenceId)) {
    // What is known is a duplicate; a success is known where it met an issue.
    const told = await send(report, key)
    if (report.kind === 'failures' && told?.report !== 'duplicate') lost += 1
  }
  running.child.kill('SIGTERM')
  await running.ended
  quickCheck()
  const { lost: missing, countedTwice } = await onStores(counts)
  lost += missing
  const acknowledged = made.filter((report) => report.acknowledged).length
  const unacknowledged = made.length - acknowledged
  console.log(JSON.stringify({ kills: KILLS, acknowledged, unacknowledged, repeated, lost, countedTwice }))
  process.exitCode = lost + countedTwice > 0 ? 1 : 0
} finally {
  running?.child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
}

/** Reports, one after the other, each until it is acknowledged. */
async function work(key) {
  while (!isEnding) {
    const known = made.filter(({ acknowledged, body }) => acknowledged && body.occurrenceId)
    if (known.length > 0 && random() < 0.15) {
      // Somebody did not hear our answer, or thinks so.
      const told = await send(known[Math.floor(random() * known.length)], key)
      if (told === undefined) await wait(20)
      else repeated += 1
      continue
    }
    const report = newReport()
    made.push(report)
    for (let tries = 1; !report.acknowledged; tries += 1) {
      const told = await send(report, key)
      // It is still at work, as far as the service knows: another report's turn until it is taken over.
      if (told === 'in-flight') break
      if (told === undefined) await wait(20)
      else if (tries > 1) repeated += 1
    }
  }
}

async function waitFor(report, key) {
  for (let waited = 0; waited < PATIENCE && !report.acknowledged; waited += 500) {
    await wait(500)
    await send(report, key)
  }
}

function newReport() {
  const number = made.length
  const dice = random()
  const kind = dice < 0.15 ? 'successes' : 'failures'
  const isKeyed = dice > 0.92
  // What has only a key is alone on its record, so that it is seen whether it was counted once.
  const id = isKeyed ? `key_${number}` : `inv_${Math.floor(random() * RECORDS)}`
  const occurredAt = new Date(Date.UTC(2026, 2, 2) + number * 1000).toISOString()
  const body =
    kind === 'successes'
      ? { record: { type: 'invoice', id }, occurredAt }
      : { error: 'Please specify the income account', record: { type: 'invoice', id, label: id }, occurredAt }
  return {
    kind,
    id,
    acknowledged: false,
    headers: isKeyed ? { 'Idempotency-Key': `key_${number}` } : {},
    body: isKeyed ? body : { ...body, occurrenceId: `try_${number}` },
  }
}

/** What the service said; undefined if it said nothing. */
async function send(report, key) {
  try {
    const answer = await fetch(`${url}/v1/firms/acme/${report.kind}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, ...report.headers },
      body: JSON.stringify(report.body),
    })
    const told = await answer.json()
    if (answer.status === 409 && told.code === 'request-in-flight') return 'in-flight'
    if (!answer.ok) return refused(answer.status, told)
    report.acknowledged = true
    return told
  } catch {
    return undefined
  }
}

function refused(status, told) {
  console.error(status, told)
  process.exit(1)
}

function start() {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const ready = new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
      const [, address] = ADDRESS.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
    void ended.then(() => reject(new Error(`It ended before it was ready: ${said}`)))
  })
  // Whoever is killed while it starts is not waited for.
  ready.catch(() => undefined)
  return { child, ended, ready }
}

function quickCheck() {
  const file = new DatabaseSync(database)
  const { quick_check: result } = file.prepare('PRAGMA quick_check').get()
  file.close()
  if (result !== 'ok') throw new Error(`The database is damaged: ${result}`)
}

/** Opens what is kept, without a service. */
async function onStores(use) {
  const storage = await openStorage({ dataDir, mongodbUrl: undefined })
  try {
    return await use(await app.stores(storage, () => new Date()))
  } finally {
    await storage.close()
  }
}

/** Whether each record's failures are counted, once each. */
async function counts({ collections }) {
  const page = await collections.issues.page({
    index: 'all',
    equals: { firmId: 'acme' },
    limit: 100_000,
  })
  const counted = new Map(page.map(({ doc }) => [doc.record.id, doc.occurrences]))
  let [lost, countedTwice] = [0, 0]
  const failures = made.filter(({ kind }) => kind === 'failures')
  for (const id of new Set(failures.map((report) => report.id))) {
    const reports = failures.filter((report) => report.id === id)
    const least = reports.filter(({ acknowledged }) => acknowledged).length
    const found = counted.get(id) ?? 0
    lost += Math.max(0, least - found)
    countedTwice += Math.max(0, found - reports.length)
  }
  return { lost, countedTwice }
}
