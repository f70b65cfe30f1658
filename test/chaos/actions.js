/**
 * Kills workers again and again, with SIGKILL, while issues are resynced, the host pushes the same records at the same
 * moment, and QuickBooks loses answers; now and then the service is killed too. Then it counts, in the sandbox's own
 * ledger, what was written twice, and what of all that was acknowledged is lost. The last line is the result, as JSON; the
 * exit code is 1 if anything was wrong.
 *
 *   node test/chaos/actions.js [kills] [seed] [patience]
 *
 * Patience is for how many milliseconds whatever is still under way after the last kill is waited for.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
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
import { judgeIssues } from './judge-issues.js'
import { judgeLedger } from './judge-ledger.js'
import { seeded } from './seeded.js'
import { startProgram } from './start-program.js'
import { startSandbox } from './start-sandbox.js'

const [KILLS = 200, SEED = 1, PATIENCE = 300_000] = process.argv.slice(2).map(Number)
const WORKERS = 4
const RECORDS = Math.max(40, 2 * KILLS)
/** After so many kills of workers the service is killed as well. */
const KILLS_PER_SERVICE = 20
/** How long a worker works before it is killed, at most. */
const RUN_MILLISECONDS = 2_000
const FIRM = '/v1/firms/acme'
const faults = [
  { knob: 'commit-then-drop' },
  { knob: 'drop-before-commit' },
  { knob: 'html-502', commit: true },
  { knob: 'half-body' },
]
const entities = {
  client: 'customer',
  service: 'item',
  invoice: 'invoice',
  payment: 'payment',
  refund: 'refundreceipt',
  expense: 'purchase',
}

const random = seeded(SEED)
const pick = (list) => list[Math.floor(random() * list.length)]
const dataDir = await mkdtemp(path.join(tmpdir(), 'syncdoctor-chaos-'))
const sandbox = await startSandbox()
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = {
  ...sandbox.env,
  ALLOW_PRIVATE_WEBHOOKS: '1',
  INTUIT_REQUESTS_PER_MINUTE: '15000',
  DATA_DIR: dataDir,
  DEMO: '0',
  LEASE_SECONDS: '2',
  LOG_LEVEL: 'warn',
  PORT: String(port),
  RATE_LIMIT: '0',
}
const running = new Set()
/** Actions that were acknowledged, by their id. */
const acknowledged = new Map()
let [kills, serviceKills, bugs, repeated, asked] = [0, 0, 0, 0, 0]
let service
let host

try {
  await sandbox.setKnob({ knob: 'settings', limits: 0 })
  const key = await makeKey()
  const api = createApi(url, key)
  service = start(['serve'], /is ready/u)
  await service.ready
  const secret = `whsec_${Buffer.from('what the practice software shares with us').toString('base64')}`
  host = fork(new URL('host-process.js', import.meta.url))
  const syncDoctor = { url, firmId: 'acme', key }
  host.send({ address: sandbox.address, secret, syncDoctor, count: RECORDS })
  const [hostUrl] = await once(host, 'message')
  await api('PUT', FIRM, { name: 'Acme', host: { url: hostUrl, secret } })
  await connectFirm({ api, firmId: 'acme', realmId: sandbox.address.realmId })
  const records = await tell('fail')
  await tell('mend')
  const issues = await listIssues(api)
  if (issues.size !== records.length) {
    throw new Error(`${records.length} records failed, and ${issues.size} issues know of it.`)
  }

  const work = new Set()
  const released = records.toSorted((one, other) => groupOf(one) - groupOf(other))
  const release = () => {
    // As many as keep the workers busy until the last kill.
    const due = Math.ceil(((kills + 1) / KILLS) * records.length)
    while (records.length - released.length < due && released.length > 0) {
      const record = released.shift()
      work.add(resync(api, issues.get(keyOf(record))))
      work.add(pushByHost(record))
      // A write of its kind goes wrong, for whoever makes it.
      if (random() < 0.7) {
        work.add(sandbox.setKnob({ ...pick(faults), match: `POST ${entities[record.type]}` }))
      }
    }
  }
  release()
  await Promise.all(Array.from({ length: WORKERS }, () => killWorkers(release)))
  await sandbox.clearKnobs()
  await Promise.all(work)
  const workers = Array.from({ length: WORKERS }, () => startWorker())
  const restedAfter = await comeToRest(api)

  const told = await tell('rest')
  const ledger = judgeLedger(await sandbox.asked(), told)
  const { lost, untrue, incomplete, ...outcomes } = await judgeIssues({
    api,
    acknowledged,
    told,
    ledger,
    FIRM,
  })
  for (const worker of [...workers, service]) worker.child.kill('SIGTERM')
  await Promise.all([...workers, service].map(({ ended }) => ended))
  const { writtenTwice, notWritten } = ledger
  const result = {
    kills,
    serviceKills,
    records: records.length,
    actions: acknowledged.size,
    repeated,
    ...outcomes,
  }
  const wrong = { lost, writtenTwice, notWritten, untrue, incompleteHistories: incomplete, bugs }
  console.log(JSON.stringify({ ...result, ...wrong, restedAfter }))
  if (Object.values(wrong).some((count) => count > 0)) process.exitCode = 1
} finally {
  for (const { child } of running) child.kill('SIGKILL')
  host?.kill('SIGKILL')
  await sandbox.stop()
  await rm(dataDir, { recursive: true, force: true })
}

function start(args, ready) {
  const program = startProgram(args, {
    env,
    ready,
    onBug: (line) => {
      bugs += 1
      console.error(line)
    },
  })
  running.add(program)
  void program.ended.then(() => running.delete(program))
  return program
}

function startWorker() {
  return start(['worker'], /is ready/u)
}

/** Starts a worker and kills it, until enough were killed; some are killed while they start. */
async function killWorkers(release) {
  while (kills < KILLS) {
    const worker = startWorker()
    if (random() > 0.1) await worker.ready
    await wait(random() * RUN_MILLISECONDS)
    worker.child.kill('SIGKILL')
    await worker.ended
    kills += 1
    release()
    if (kills % KILLS_PER_SERVICE === 0) await killService()
  }
}

async function killService() {
  service.child.kill('SIGKILL')
  await service.ended
  serviceKills += 1
  service = start(['serve'], /is ready/u)
  await service.ready
}

/** Asks for a resync until that is answered; whoever gets no answer asks again under the same key. */
async function resync(api, issueId) {
  await wait(random() * 500)
  asked += 1
  const headers = { 'Idempotency-Key': `ask_${asked}` }
  for (let tries = 1; ; tries += 1) {
    const answer = await api('POST', `${FIRM}/issues/${issueId}/actions`, { kind: 'resync' }, headers)
    if (answer?.status === 202) {
      acknowledged.set(answer.body.id, issueId)
      return
    }
    if (answer?.status === 409 && answer.body.code === 'action-not-available') return
    const isOnTheWay = answer === undefined || answer.body.code === 'request-in-flight'
    if (!isOnTheWay && answer.status < 500) throw new Error(JSON.stringify(answer))
    repeated += 1
    await wait(answer === undefined ? 100 : 500)
  }
}

/** The host has the same idea, at about the same time. */
async function pushByHost({ type, id }) {
  await wait(random() * 1_000)
  if (random() < 0.7) host.send({ push: { type, id } })
}

async function tell(message) {
  host.send(message)
  const [records] = await once(host, 'message')
  return records
}

/** Until nothing is under way and nothing open: what failed meanwhile is asked for again, as a person would. */
async function comeToRest(api) {
  const start = performance.now()
  let rest = 'patience ended'
  while (performance.now() - start < PATIENCE) {
    await tell('rest')
    const open = await openIssues(api)
    if (process.env.VERBOSE) {
      const waiting = open.map(({ record, currentAction: one }) =>
        [record.id, one?.state, one?.waitingFor].join(' '),
      )
      console.error(Math.round(performance.now() - start), waiting.join('; '))
    }
    const idle = open.filter(({ currentAction }) => !isUnderWay(currentAction))
    const busy = await underWay(api)
    if (open.length === 0 && busy === 0) {
      rest = `${Math.round((performance.now() - start) / 1000)} s`
      break
    }
    await Promise.all(idle.map(({ id }) => resync(api, id)))
    await wait(500)
  }
  return rest
}

async function openIssues(api) {
  const open = []
  for await (const issue of pages(api, 'status=open')) open.push(issue)
  return open
}

/** How many issues that are over have an action that is not. */
async function underWay(api) {
  let count = 0
  for await (const { currentAction } of pages(api, 'status=resolved'))
    count += isUnderWay(currentAction) ? 1 : 0
  return count
}

function isUnderWay(action) {
  return action !== null && ['queued', 'waiting', 'running'].includes(action.state)
}

async function* pages(api, filter) {
  let cursor = ''
  do {
    const { body } = await api('GET', `${FIRM}/issues?limit=100&${filter}${cursor}`)
    yield* body.data
    cursor = body.nextCursor === null ? null : `&cursor=${encodeURIComponent(body.nextCursor)}`
  } while (cursor !== null)
}

async function listIssues(api) {
  const ids = new Map()
  for await (const { id, record } of pages(api, 'status=open')) ids.set(keyOf(record), id)
  return ids
}

function keyOf({ type, id }) {
  return `${type}/${id}`
}

/** Records that need each other come together, what others need first. */
function groupOf({ type, id }) {
  const number = Number(id.split('_')[1])
  return type === 'service' ? 5 * number - 0.5 : number
}

async function makeKey() {
  const app = await createApp(root)
  const storage = await openStorage({ dataDir, mongodbUrl: undefined })
  try {
    const { firms, keys } = await app.stores(storage, () => new Date())
    const facts = { locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
    await firms.put('acme', { name: 'Acme', ...facts })
    return (await keys.create({ role: 'integrator', firmId: 'acme', expiresAt: null })).key
  } finally {
    await storage.close()
  }
}
