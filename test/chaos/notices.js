/**
 * Kills whoever tells, again and again, with SIGKILL, while failures are reported; mails go to a real mail server and webhooks
 * to a real receiver, which now and then refuse. Then it counts what was never told, what was told twice without a kill in
 * between, what was told out of order, and what was told to somebody else. The last line is the result, as JSON; the exit
 * code is 1 if anything was wrong.
 *
 *   node test/chaos/notices.js [kills] [seed]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../dist/app.js'
import { root } from '../../dist/root.js'
import { parseSecretKeys } from '../../dist/secrets/parse-secret-keys.js'
import { connectWebhooks } from '../../dist/wiring/connect-webhooks.js'
import { openStorage } from '../../dist/wiring/open-storage.js'
import { fastClock } from './fast-clock.js'
import { judgeNotices } from './judge-notices.js'
import { seeded } from './seeded.js'
import { startMailServer } from './start-mail-server.js'
import { startReceiver } from './start-receiver.js'

const [KILLS = 100, SEED = 1] = process.argv.slice(2).map(Number)
const TELLERS = 2
/** Those of whom people are told, and one that has much to tell, to nobody but its receiver. */
const FIRMS = ['north', 'south']
const BUSY = 'west'
const ADMINS = 6
const RECORDS = 20
/** A mail names five of a cause; so many new ones of a firm are four of each at most, where two errors have one cause. */
const MOST_UNTOLD = 20
/** How long somebody tells before being killed, at most. */
const RUN_MILLISECONDS = 1_500
/** How long the last mails are waited for. */
const PATIENCE_MILLISECONDS = 180_000
const SPEED = 20
/** Of a morning after the daily reminders, so that none comes meanwhile. */
const clock = { startedAt: Date.now(), at: Date.UTC(2026, 2, 9, 9), speed: SPEED }

const random = seeded(SEED)
const now = fastClock(clock)
const dataDir = await mkdtemp(path.join(tmpdir(), 'syncdoctor-chaos-'))
const secretKey = 'a'.repeat(64)
const killedAt = []
const host = { type: 'key', id: 'key_1', via: null }
const running = new Set()
const mails = await startMailServer(random)
const receiver = await startReceiver(random)
const app = await createApp(root)
const storage = await openStorage({ dataDir, mongodbUrl: undefined })

try {
  const stores = await app.stores(storage, now)
  const { keys: secretKeys } = parseSecretKeys(secretKey)
  const { endpoints } = connectWebhooks({ secretKeys, stores, allowPrivate: true, now })
  for (const firmId of FIRMS) await prepare(stores, endpoints, { firmId, admins: ADMINS })
  await prepare(stores, endpoints, { firmId: BUSY, admins: 0 })
  const labels = []
  let isEnding = false
  const isOver = () => isEnding
  const reporting = [report(stores, labels, isOver), reportMuch(stores, isOver)]
  await Promise.all(Array.from({ length: TELLERS }, killTellers))
  isEnding = true
  await Promise.all(reporting)
  const last = start()
  await comeToRest(stores)
  last.child.kill('SIGKILL')
  await last.ended
  const log = await Promise.all([...FIRMS, BUSY].map((firmId) => stores.noticeLog.after(firmId, 0, 100_000)))
  const result = judgeNotices({
    labels,
    logged: log.flat(),
    calls: receiver.calls,
    mails: mails.taken,
    killedAt,
  })
  console.log(JSON.stringify({ kills: killedAt.length, ...result.counts, ...result.wrong }))
  if (Object.values(result.wrong).some((count) => count > 0)) process.exitCode = 1
} finally {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all([...running].map(({ ended }) => ended))
  await storage.close()
  await mails.close()
  receiver.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** A firm with admins, and an endpoint of its own. */
async function prepare(stores, endpoints, { firmId, admins }) {
  await stores.firms.put(firmId, {
    name: `Firm ${firmId}`,
    locale: 'en-US',
    timeZone: 'UTC',
    currency: 'USD',
    notificationAddresses: [],
  })
  for (let n = 0; n < admins; n += 1) {
    await stores.members.put({
      id: `admin${n}`,
      firmId,
      name: `Admin ${n}`,
      email: `admin${n}@${firmId}.example`,
      role: n === 0 ? 'owner' : 'admin',
      language: n % 2 === 0 ? 'en' : 'fr',
      notices: 'at-once',
    })
  }
  const url = `${receiver.url}/${firmId}`
  const made = await endpoints.create({ firmId, url, description: null, types: null })
  receiver.secrets.set(`/${firmId}`, made.secret)
}

/** Reports failures of new records, no more at a time than a mail names. */
async function report(stores, labels, isOver) {
  const messages = app.loaded.catalog.rules.map(({ item }) => item.message)
  for (let number = 0; !isOver(); number += 1) {
    const firmId = FIRMS[number % FIRMS.length]
    while (!isOver() && untold(labels, firmId) >= MOST_UNTOLD) await wait(100)
    // A name that stands in no other, and is of its firm.
    const label = `${firmId}-${String(number).padStart(5, '0')}`
    const error = messages[Math.floor(number / FIRMS.length) % messages.length]
    await stores.issues.reportFailure(firmId, failureOf(label, error), host)
    labels.push({ firmId, label })
    await wait(400 * random())
  }
}

/** How many of a firm somebody has not been mailed of. */
function untold(labels, firmId) {
  const texts = Array.from({ length: ADMINS }, (_, n) =>
    mails.taken.flatMap(({ to, text }) => (to === `admin${n}@${firmId}.example` ? [text] : [])),
  )
  const isTold = ({ label }) => texts.every((mailed) => mailed.some((text) => text.includes(label)))
  return labels.filter((one) => one.firmId === firmId && !isTold(one)).length
}

/** Reports what fails and goes through over and over, so that each issue has much to tell. */
async function reportMuch(stores, isOver) {
  const [one, other] = app.loaded.catalog.rules.map(({ item }) => item.message)
  while (!isOver()) {
    const label = `${BUSY}-${Math.floor(random() * RECORDS)}`
    const { record, occurredAt } = failureOf(label)
    if (random() < 0.4) await stores.issues.reportSuccess(BUSY, { record, occurredAt }, host)
    else await stores.issues.reportFailure(BUSY, failureOf(label, random() < 0.5 ? one : other), host)
    await wait(100 * random())
  }
}

function failureOf(label, error) {
  const money = { minor: 100, currency: 'USD' }
  const record = { type: 'invoice', id: label, label, url: null, money, date: null, client: null }
  return { error, record, occurredAt: now().toISOString() }
}

async function killTellers() {
  while (killedAt.length < KILLS) {
    const teller = start()
    if (random() > 0.1) await teller.ready
    await wait(random() * RUN_MILLISECONDS)
    teller.child.kill('SIGKILL')
    await teller.ended
    killedAt.push(Date.now())
  }
}

function start() {
  const script = fileURLToPath(new URL('notices-process.js', import.meta.url))
  const needs = JSON.stringify({ dataDir, smtpUrl: mails.url, secretKey, clock })
  const child = spawn(process.execPath, [script, needs], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const ready = Promise.race([once(child.stdout, 'data'), ended])
  const teller = { child, ended, ready }
  running.add(teller)
  void ended.then(() => running.delete(teller))
  return teller
}

/** Resolves when nothing is to be told any more. */
async function comeToRest({ collections }) {
  const { issues, webhookEndpoints, mailboxes } = collections
  const until = '9999'
  for (const deadline = Date.now() + PATIENCE_MILLISECONDS; ; await wait(500)) {
    const untold = await issues.page({ index: 'outboxDue', until, limit: 1 })
    const called = await webhookEndpoints.page({ index: 'callsDue', until, limit: 1 })
    const boxes = await mailboxes.page({ index: 'due', until, limit: 1_000 })
    const waiting = boxes.filter(
      ({ doc }) => doc.newsAt !== null || doc.lease !== null || doc.sending !== null || doc.delays > 0,
    )
    if (untold.length + called.length + waiting.length === 0) return
    if (Date.now() > deadline) throw new Error('Something is still to be told.')
  }
}
