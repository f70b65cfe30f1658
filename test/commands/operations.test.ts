import { describe, expect, it } from '@jest/globals'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { start } from '../support/run-cli.ts'

const ADDRESS = /(http:\/\/[^\s/]+)\/\s/u
const folder = () => mkdtemp(path.join(tmpdir(), 'syncdoctor-operations-'))

describe('the service on a fresh machine', () => {
  it('has a connected firm with an issue of every error, a link that signs in, and a key', async () => {
    const service = start('main.js', [], { env: { DATA_DIR: await folder(), PORT: '0' } })
    const [, key = ''] = await service.said(/Its API key +(\S+)/u)
    const [, link = ''] = await service.said(/Its issues +(\S+)/u)
    const url = new URL(link).origin
    const headers = { Authorization: `Bearer ${key}` }
    const listed = await fetch(`${url}/v1/firms/demo/issues?limit=200`, { headers })
    const { data } = (await listed.json()) as { data: { diagnosis: { item: { number: number } | null } }[] }
    const numbers = data.map(({ diagnosis }) => diagnosis.item?.number ?? 0).toSorted((a, b) => a - b)
    expect(numbers).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10])
    const connection = await fetch(`${url}/v1/firms/demo/quickbooks-connection`, { headers })
    expect(await connection.json()).toMatchObject({
      status: 'connected',
      connectedBy: { id: 'ada', type: 'member' },
    })
    const signedIn = await fetch(link, { method: 'POST', headers: { Origin: url }, redirect: 'manual' })
    expect(signedIn.status).toBe(303)
    const [cookie = ''] = signedIn.headers.getSetCookie()
    expect(cookie).toMatch(/^syncdoctor=[\w-]{43}; .*HttpOnly; SameSite=Lax$/u)
    const inbox = await fetch(`${url}/firms/demo/issues`, { headers: { Cookie: cookie.split(';')[0] ?? '' } })
    expect(inbox.status).toBe(200)
    expect(inbox.headers.get('cache-control')).toBe('no-store')
    expect(await inbox.text()).toContain('13 records are not in QuickBooks')
    service.child.kill('SIGTERM')
    expect((await service.ended).code).toBe(0)
  })

  it('keeps what it has from start to start, and adds no demo where DEMO is 0', async () => {
    const env = { DATA_DIR: await folder(), PORT: '0' }
    for (let i = 0; i < 2; i++) {
      const service = start('main.js', [], { env })
      const [, key = ''] = await service.said(/Its API key +(\S+)/u)
      const [, url = ''] = await service.said(ADDRESS)
      const summary = await fetch(`${url}/v1/firms/demo/issues/summary`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      expect(await summary.json()).toMatchObject({ open: 13 })
      service.child.kill('SIGTERM')
      await service.ended
    }
    const bare = start('main.js', [], { env: { ...env, DATA_DIR: await folder(), DEMO: '0' } })
    await bare.said(ADDRESS)
    bare.child.kill('SIGTERM')
    expect((await bare.ended).stdout).not.toMatch(/API key|portal/u)
  })

  it('refuses a damaged database with what to do', async () => {
    const env = { DATA_DIR: await folder(), PORT: '0' }
    await writeFile(path.join(env.DATA_DIR, 'syncdoctor.sqlite'), 'not a database'.repeat(1_000))
    const { code, stderr } = await start('main.js', [], { env }).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/syncdoctor\.sqlite .*damaged.*Restore a backup/u)
  })
})

describe('what the service tells its operators', () => {
  it('measures requests and reports where no firm is named, and logs no secret and nothing of the books', async () => {
    const env = { DATA_DIR: await folder(), PORT: '0', METRICS_PORT: '0' }
    const service = start('main.js', [], { env })
    const [, key = ''] = await service.said(/Its API key +(\S+)/u)
    const [, link = ''] = await service.said(/Its issues +(\S+)/u)
    const [, metrics = ''] = await service.said(/Metrics +(\S+)/u)
    const url = new URL(link).origin
    await fetch(link)
    const Authorization = `Bearer ${key}`
    const search = await fetch(`${url}/v1/firms/demo/issues?search=Northwind`, { headers: { Authorization } })
    const requestId = search.headers.get('x-request-id') ?? ''
    await search.arrayBuffer()
    await fetch(`${url}/v1/firms/demo/failures`, {
      method: 'POST',
      headers: { Authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        error: 'CANARY Please specify the income account',
        occurredAt: '2026-03-02T09:41:00Z',
        record: { type: 'service', id: 's1', label: 'CANARY service' },
      }),
    })
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
    const text = await (await fetch(metrics)).text()
    expect(text).toMatch(
      /syncdoctor_http_request_duration_seconds_count\{method="GET",route="\/v1\/firms\/:firmId\/issues",status_class="2xx"\} 1/u,
    )
    expect(text).toMatch(/syncdoctor_failure_reports_total\{report="created",item="[a-z-]+"\} 1/u)
    expect(text).not.toMatch(/demo|CANARY/u)
    service.child.kill('SIGTERM')
    const { stdout } = await service.ended
    const log = stdout.split('\n').filter((line) => line.startsWith('{'))
    expect(log.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ requestId, status: 200, route: '/v1/firms/:firmId/issues' }),
    )
    const token = new URL(link).pathname.split('/').at(-1) ?? ''
    for (const secret of [token, key, 'CANARY', 'Northwind']) expect(log.join('\n')).not.toContain(secret)
  })
})
