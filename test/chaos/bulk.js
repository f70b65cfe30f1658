/**
 * Resyncs many issues in bulk, of a company that allows thirty times as much as Intuit, and measures how much of that is
 * used and in which order the books were written; then cancels another bulk action half-way and looks whether every issue
 * says what is so. The last line is the result, as JSON; the exit code is 1 if anything was wrong.
 *
 *   node test/chaos/bulk.js [issues] [factor] [workers]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../dist/app.js'
import { openStorage } from '../../dist/wiring/open-storage.js'
import { root } from '../../dist/root.js'
import { connectFirm } from './connect-firm.js'
import { createApi } from './create-api.js'
import { freePort } from './free-port.js'
import { reportFailures } from './report-failures.js'
import { startProgram } from './start-program.js'
import { startSandbox } from './start-sandbox.js'

const [ISSUES = 1_000, FACTOR = 30, WORKERS = 3] = process.argv.slice(2).map(Number)
/** How often the sandbox is asked how many requests came; whether all is over, only each so many looks. */
const [LOOK_MILLISECONDS, LOOKS] = [25, 20]
const PATIENCE_MILLISECONDS = 10 * 60_000
const allowed = { perSecond: 10 * FACTOR, perMinute: 500 * FACTOR, batchesPerMinute: 40 * FACTOR }
const order = ['Customer', 'Item', 'Invoice', 'Payment', 'RefundReceipt', 'Purchase']

const dataDir = await mkdtemp(path.join(tmpdir(), 'syncdoctor-chaos-'))
const sandbox = await startSandbox()
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = {
  ...sandbox.env,
  INTUIT_REQUESTS_PER_MINUTE: String(allowed.perMinute),
  DATA_DIR: dataDir,
  DEMO: '0',
  LOG_LEVEL: 'warn',
  PORT: String(port),
  RATE_LIMIT: '0',
}
const running = []
let bugs = 0

try {
  await sandbox.setKnob({ knob: 'settings', limits: allowed })
  const key = await makeKey()
  const api = createApi(url, key)
  await start(['serve'])
  for (let i = 0; i < WORKERS; i += 1) await start(['worker'])

  const acme = await prepareFirm(api, 'acme', sandbox.address.realmId, ISSUES)
  const before = await sandbox.counts()
  const begun = await acme.resync()
  const used = await measure(acme, begun, before.requests)
  const counts = await acme.counts(begun)
  const written = await acme.written()
  const truth = await acme.judge()
  const outOfOrder = written.filter(
    ({ entity }, i) => i > 0 && order.indexOf(entity) < order.indexOf(written[i - 1].entity),
  ).length

  const beta = await prepareFirm(api, 'beta', (await sandbox.addCompany()).realmId, Math.round(ISSUES / 2))
  const halfway = await beta.resync()
  const half = beta.issues.length / 2
  while ((await beta.written()).length < half) await wait(50)
  await api('POST', `/v1/firms/beta/bulk-actions/${halfway}/cancel`)
  await beta.rest(halfway)
  const cancelled = { ...(await beta.counts(halfway)), ...(await beta.judge()) }
  const { throttled } = await sandbox.counts()

  const result = { issues: ISSUES, ...used, throttled, ...counts, ...truth, outOfOrder, cancelled, bugs }
  console.log(JSON.stringify(result))
  const wrong = truth.untrue + truth.writtenTwice + cancelled.untrue + cancelled.writtenTwice
  const isHalf = cancelled.succeeded > 0 && cancelled.cancelled > 0
  if (counts.succeeded < ISSUES || outOfOrder + wrong + bugs + throttled > 0 || !isHalf) process.exitCode = 1
} finally {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all(running.map(({ ended }) => ended))
  await sandbox.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function start(args) {
  const onBug = (line) => {
    bugs += 1
    console.error(line)
  }
  const program = startProgram(args, { env, ready: /is ready/u, onBug })
  running.push(program)
  await program.ready
}

/** A connected firm, so many records of which failed. */
async function prepareFirm(api, firmId, realmId, count) {
  const firm = `/v1/firms/${firmId}`
  await api('PUT', firm, { name: firmId })
  await connectFirm({ api, firmId, realmId })
  const issues = await reportFailures(api, firmId, count)
  const written = async () =>
    (await sandbox.asked()).filter((one) => one.realmId === realmId && one.operation === 'create')
  const bulk = async (id) => (await api('GET', `${firm}/bulk-actions/${id}`)).body

  return {
    issues,
    written,
    async resync() {
      const body = { kind: 'resync', issueIds: issues.map(({ issueId }) => issueId) }
      const answer = await api('POST', `${firm}/bulk-actions`, body, { 'Idempotency-Key': firmId })
      if (answer?.status !== 202) throw new Error(JSON.stringify(answer))
      return answer.body.id
    },
    async isOver(id) {
      const { body } = await api('GET', `${firm}/bulk-actions?limit=1`)
      return body.data[0].id === id && body.data[0].state === 'finished'
    },
    counts: async (id) => (await bulk(id)).counts,
    /** Until nothing of it is at work any more. */
    async rest(id) {
      for (let waited = 0; waited < PATIENCE_MILLISECONDS; waited += 500) {
        const { counts } = await bulk(id)
        if (counts.queued + counts.waiting + counts.running === 0) return
        await wait(500)
      }
    },
    /** Whether each issue says what stands in the books. */
    async judge() {
      const marks = await written()
      let [untrue, writtenTwice] = [0, 0]
      for (const { issueId, mark, type } of issues) {
        const { body } = await api('GET', `${firm}/issues/${issueId}`)
        const entity = order[['client', 'service', 'invoice', 'payment', 'refund', 'expense'].indexOf(type)]
        const found = marks.filter((one) => one.entity === entity && (one.name ?? one.totalAmt) === mark)
        if (found.length > 1) writtenTwice += 1
        const isTrue =
          body.status === 'resolved'
            ? body.quickbooksId === found[0]?.id
            : body.status === 'open' && found.length === 0 && body.currentAction?.state !== 'queued'
        if (!isTrue) {
          untrue += 1
          console.error('Untrue:', body.record, body.status, found, body.currentAction)
        }
      }
      return { untrue, writtenTwice }
    },
  }
}

/** How much of what is allowed was used from the first request to the last one. */
async function measure(firm, id, before) {
  const seen = []
  const start = performance.now()
  let next = start
  for (;;) {
    const { requests } = await sandbox.counts()
    seen.push({ at: performance.now(), requests: requests - before })
    if (seen.length % LOOKS === 0 && (await firm.isOver(id))) break
    if (performance.now() - start > PATIENCE_MILLISECONDS) throw new Error('It does not come to an end.')
    next += LOOK_MILLISECONDS
    await wait(Math.max(0, next - performance.now()))
  }
  const total = seen.at(-1).requests
  const from = seen.findLast(({ requests }) => requests === 0)?.at ?? start
  const to = seen.find(({ requests }) => requests === total).at
  if (process.env.VERBOSE) for (const one of seen) console.error(Math.round(one.at - from), one.requests)
  const seconds = (to - from) / 1_000
  const share = total / (seconds * (allowed.perMinute / 60))
  return {
    requests: total,
    seconds: Math.round(seconds * 10) / 10,
    shareOfLimit: Math.round(share * 1_000) / 1_000,
  }
}

async function makeKey() {
  const app = await createApp(root)
  const storage = await openStorage({ dataDir, mongodbUrl: undefined })
  try {
    const { keys } = await app.stores(storage, () => new Date())
    return (await keys.create({ role: 'integrator', firmId: null, expiresAt: null })).key
  } finally {
    await storage.close()
  }
}
