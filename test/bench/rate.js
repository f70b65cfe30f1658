import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { connectionDesign } from '../../dist/quickbooks/connection/connection-collection.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'
import { root } from '../../dist/root.js'

const PROCESSES = 4
const REALMS = 20
/** What Intuit allows a realm in a minute. */
const ALLOWED = 500
const WARM_UP_MILLISECONDS = 3_000
const MEASURED_MILLISECONDS = 65_000

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-bench-'))
goFirst()
const sandbox = spawn(
  process.execPath,
  [path.join(root, 'dist', 'cli.js'), 'sandbox', '--port', '0', '--json'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const [line] = await once(createInterface(sandbox.stdout), 'line')
const first = JSON.parse(line)
const url = new URL(first.apiUrl).origin
const companies = [first]
while (companies.length < REALMS + PROCESSES) companies.push(await post('/_sandbox/companies'))

const storage = await openSqlite(path.join(folder, 'syncdoctor.sqlite'))
const connections = await storage.collection(connectionDesign)
const firms = []
for (const { realmId, refreshToken } of companies) {
  const { access_token: accessToken } = await post('/oauth2/v1/tokens/bearer', {
    headers: { Authorization: `Basic ${btoa(`${first.clientId}:${first.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  })
  const firmId = `firm_${realmId}`
  // Tokens are no business of the rate limit.
  await connections.insert({
    id: firmId,
    firmId,
    realmId,
    status: 'connected',
    nextFreeAt: 0,
    readsBlockedUntil: null,
    reads: { month: '', count: 0 },
    lastSuccessAt: null,
  })
  firms.push({ firmId, realmId, accessToken })
}

const callers = Array.from({ length: PROCESSES }, () => fork(new URL('rate-caller.js', import.meta.url)))
// Code that runs for the first time takes its time: each process tries it on a company of its own.
await Promise.all(
  callers.map(async (caller, number) => {
    const [own] = firms.slice(REALMS + number)
    caller.send({ apiUrl: first.apiUrl, folder, firms: firms.slice(0, REALMS), own })
    await once(caller, 'message')
  }),
)
const reports = Promise.all(callers.map(async (caller) => (await once(caller, 'message'))[0]))
for (const caller of callers) caller.send('start')

await wait(WARM_UP_MILLISECONDS)
const before = await counts()
const start = performance.now()
await wait(MEASURED_MILLISECONDS)
const after = await counts()
const minutes = (performance.now() - start) / 60_000
for (const caller of callers) caller.send('stop')
const outcomes = (await reports).reduce((all, one) => {
  for (const [outcome, count] of Object.entries(one)) all[outcome] = (all[outcome] ?? 0) + count
  return all
}, {})
const { throttled } = await counts()
sandbox.kill('SIGTERM')
await once(sandbox, 'exit')
await storage.close()
rmSync(folder, { recursive: true, force: true })

console.log(
  `${after.requests - before.requests} requests in ${(minutes * 60).toFixed(1)} s; all in all`,
  outcomes,
)
const share = (after.requests - before.requests) / (ALLOWED * REALMS * minutes)
console.log(JSON.stringify({ throttled, shareOfLimit: Math.round(share * 1_000) / 1_000 }))

async function post(address, options = {}) {
  const response = await fetch(`${url}${address}`, { method: 'POST', ...options })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

async function counts() {
  return (await fetch(`${url}/_sandbox/counts`)).json()
}

/** What else this machine does must not hold up the clocks that are compared here; the processes started later inherit it. */
function goFirst() {
  try {
    setPriority(-15)
    // Where Linux schedules sessions against each other, a priority counts only within its own.
    if (existsSync('/proc/self/autogroup')) writeFileSync('/proc/self/autogroup', '-15')
  } catch {
    console.log('Not allowed to go first: on a busy machine, what holds the sandbox up makes requests bunch.')
  }
}
