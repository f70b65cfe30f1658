import { expect, it } from '@jest/globals'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decide } from '../support/app-at-intuit.ts'
import { start, syncdoctor } from '../support/run-cli.ts'
import { startRecordingProxy } from '../support/recording-proxy.ts'
import { startSandbox } from '../support/sandbox.ts'

const SECRET_KEY = randomBytes(32).toString('base64url')
const VERIFIER = `verifier-${randomBytes(12).toString('hex')}`

/** All that was told to anybody but Intuit, or kept, by what it was. */
const told = new Map<string, string>()

/** Calls the service as a host, as a browser and as anybody, and remembers what it answers. */
async function call(address: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, { redirect: 'manual', ...options })
  const headers: string[] = []
  answer.headers.forEach((value, name) => headers.push(`${name}: ${value}`))
  const text = await answer.clone().text()
  told.set(
    `${told.size} ${options.method ?? 'GET'} ${new URL(address).pathname}`,
    [...headers, text].join('\n'),
  )
  return answer
}

it('no secret of a connection is ever told, logged, counted or kept as it is', async () => {
  const sandbox = await startSandbox()
  const proxy = await startRecordingProxy(sandbox.url)
  const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'syncdoctor-secrets-'))
  const env = {
    DATA_DIR,
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'trace',
    SECRET_KEY,
    INTUIT_CLIENT_ID: sandbox.address.clientId,
    INTUIT_CLIENT_SECRET: sandbox.address.clientSecret,
    INTUIT_DISCOVERY_URL: `${proxy.url}/.well-known/openid_sandbox_configuration`,
    INTUIT_API_URL: `${proxy.url}/v3`,
    INTUIT_WEBHOOK_VERIFIER: VERIFIER,
  }
  const service = start('cli.js', ['serve'], { env })
  const [, key = ''] = await service.said(/Its API key +(\S+)/u)
  const [, url = ''] = await service.said(/Paste an error +(\S+)\//u)
  const [, metrics = ''] = await service.said(/Metrics +(\S+)/u)
  const host = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const connection = `${url}/v1/firms/demo/quickbooks-connection`
  const secrets = new Map<string, string>([
    ['the key', SECRET_KEY],
    ['the key in hexadecimal', Buffer.from(SECRET_KEY, 'base64url').toString('hex')],
    ['the client’s secret', sandbox.address.clientSecret],
    ['the verifier token', VERIFIER],
  ])

  /** Begins anew, and comes back with this change to the address. */
  async function connect(change: (back: URL) => void = () => undefined, decision?: 'cancel') {
    const begun = await fetch(`${connection}/authorizations`, { method: 'POST', headers: host, body: '{}' })
    const { url: there } = (await begun.json()) as { readonly url: string }
    const { realmId } = sandbox.address
    const back = await decide(there, { realmId, ...(decision !== undefined && { decision }) })
    change(back)
    for (const name of ['code', 'state']) {
      const value = back.searchParams.get(name)
      if (value !== null) secrets.set(`${name} ${secrets.size}`, value)
    }
    await call(back.href)
    // And again, since it is used up.
    await call(back.href, { headers: { Accept: 'text/html' } })
  }

  await connect(undefined, 'cancel')
  await connect((back) => back.searchParams.set('code', `forged-${VERIFIER.slice(-8)}`))
  await connect()
  const kept = (await (await call(connection, { headers: host })).json()) as { readonly status: string }
  expect(kept.status).toBe('connected')
  await call(`${connection}/authorizations`, { method: 'POST', headers: host, body: '{"lang":"de"}' })
  const notification = '[]'
  await call(`${url}/intuit/webhooks`, { method: 'POST', body: notification })
  const signature = createHmac('sha256', VERIFIER).update(notification).digest('base64')
  const signed = { 'intuit-signature': signature }
  await call(`${url}/intuit/webhooks`, { method: 'POST', headers: signed, body: notification })
  await call(`${url}/v1/firms/demo/issues`, { headers: host })
  await call(metrics)
  told.set('the configuration', (await syncdoctor(['config'], { env })).stdout)
  const backup = path.join(DATA_DIR, 'all.backup')
  expect(await syncdoctor(['backup', backup], { env })).toMatchObject({ code: 0 })
  for (const name of await readdir(DATA_DIR)) {
    told.set(`the file ${name}`, (await readFile(path.join(DATA_DIR, name))).toString('latin1'))
  }
  await call(connection, { method: 'DELETE', headers: host })
  service.child.kill('SIGTERM')
  const { stdout, stderr } = await service.ended
  await proxy.stop()
  told.set('the log', `${stdout}\n${stderr}`)
  for (const name of await readdir(DATA_DIR)) {
    told.set(`the file ${name} at the end`, (await readFile(path.join(DATA_DIR, name))).toString('latin1'))
  }

  for (const token of proxy.secrets) secrets.set(`token ${secrets.size}`, token)
  expect(proxy.secrets.size).toBeGreaterThan(2)
  expect(told.get('the log')).toContain('/oauth/callback')
  const leaks = [...told].flatMap(([what, text]) =>
    [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => `${name} stands in ${what}`),
  )
  expect(leaks).toEqual([])
})
