import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { symlink } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { root } from '../../src/root.ts'
import { demoFirm } from '../../src/demo/demo-firm.ts'
import { withCatalogCopy } from '../support/catalog-copy.ts'
import { startDemo } from '../support/demo-server.ts'
import { start } from '../support/run-cli.ts'

const ADDRESS = /(http:\/\/[^\s/]+)\/\s/u

/** Both ways to serve: the command, and the process that `npm start` starts. */
const programs = [
  { program: 'cli.js', args: ['serve'] },
  { program: 'main.js', args: [] },
]

describe.each(programs)('the service started by $program', ({ program, args }) => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'takes a free port, prints its addresses, answers, and ends well on %s',
    async (signal) => {
      const service = start(program, args, { env: { PORT: '0' } })
      const [, url] = await service.said(ADDRESS)
      const answers = await Promise.all(
        ['/livez', '/readyz', '/', '/errors', '/docs/', '/v1/error-items'].map((address) =>
          fetch(`${url}${address}`),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      for (const answer of answers) await answer.arrayBuffer()
      service.child.kill(signal)
      const { code, stdout, stderr } = await service.ended
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      for (const address of [`${url}/`, `${url}/errors`, `${url}/docs`]) expect(stdout).toContain(address)
      expect(url).not.toMatch(/:0$/u)
    },
  )

  it('refuses a wrong variable by its name', async () => {
    const { code, stdout, stderr } = await start(program, args, { env: { PORT: '99999', RATE_LIMIT: 'x' } })
      .ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(
      'PORT must be a whole number from 0 to 65535\nRATE_LIMIT must be a whole number from 0 to 1000000\n',
    )
  })

  it('says so where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    try {
      const { code, stdout, stderr } = await start(program, args, { env: { PORT: String(port) } }).ended
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/in use/u)
      expect(stderr).toContain(`127.0.0.1:${port}`)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    } finally {
      other.close()
    }
  })
})

describe('the service', () => {
  it('tells callers the address they reach it at', async () => {
    const env = { PORT: '0', PUBLIC_URL: 'https://sync.example.com/' }
    const service = start('cli.js', ['serve'], { env })
    const [, url] = await service.said(/(https:\/\/sync\.example\.com)\/\s/u)
    service.child.kill('SIGTERM')
    const { stdout } = await service.ended
    expect(url).toBe('https://sync.example.com')
    expect(stdout).toContain('https://sync.example.com/errors\n')
  })

  it('lets a request under way end before it stops, and takes no other', async () => {
    const service = start('cli.js', ['serve'], { env: { PORT: '0' } })
    const [, url = ''] = await service.said(ADDRESS)
    const body = JSON.stringify({ error: 'Please specify the income account' })
    const asking = request(`${url}/v1/diagnoses`, {
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' },
    })
    asking.flushHeaders()
    await once(asking, 'continue')
    service.child.kill('SIGTERM')
    while (await takesConnections(url)) continue
    asking.end(body)
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(200)
    expect(await json(answer)).toMatchObject({ item: { slug: 'income-account-missing' } })
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('ends open streams when it stops, instead of waiting for their readers', async () => {
    const { url, headers, stop } = await startDemo()
    const Accept = 'text/event-stream'
    const stream = await fetch(`${url}/v1/firms/${demoFirm.id}/events`, { headers: { ...headers, Accept } })
    const begin = performance.now()
    const [said] = await Promise.all([stream.text(), stop()])
    expect(said).toContain('event: ready')
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  it('ends at once on a second signal', async () => {
    const service = start('cli.js', ['serve'], { env: { PORT: '0' } })
    const [, url = ''] = await service.said(ADDRESS)
    const asking = request(`${url}/v1/diagnoses`, { method: 'POST', headers: { Expect: '100-continue' } })
    asking.on('error', () => undefined).flushHeaders()
    await once(asking, 'continue')
    service.child.kill('SIGTERM')
    while (await takesConnections(url)) continue
    service.child.kill('SIGTERM')
    await service.ended
    expect(service.child.signalCode).toBe('SIGTERM')
  })

  it('refuses to serve a catalog with faults, and lists them', async () => {
    await withCatalogCopy(
      async (copy) => {
        await symlink(path.join(root, 'node_modules'), path.join(copy.root, 'node_modules'))
        await copy.set('rules/04-duplicate-document-number.json', 'event.params.actions', ['delete'])
        await copy.remove('kb/unrecognized/fr.md.hbs')
        const { code, stdout, stderr } = await start('cli.js', ['serve'], {
          root: copy.root,
          env: { PORT: '0' },
        }).ended
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
        expect(stderr.trimEnd().split('\n')).toEqual([
          expect.stringContaining('faults'),
          expect.stringMatching(/^\s+kb\/unrecognized\/fr\.md\.hbs: the article is missing$/u),
          expect.stringMatching(/^\s+rules\/04-duplicate-document-number\.json: offers delete/u),
        ])
      },
      ['dist', 'openapi', 'package.json', path.join('src', 'web', 'static')],
    )
  })
})

async function takesConnections(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
