import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { createHttpHost } from '../../src/host/create-http-host.ts'
import { postTo } from '../support/post-to.ts'

interface Call {
  readonly method: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const record = { type: 'invoice', id: 'inv_88' } as const

const calls: Call[] = []
let respond = (response: ServerResponse): void => void response.end()
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    calls.push({ method: request.method, headers: request.headers, body })
    respond(response)
  })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/syncdoctor`

afterEach(() => {
  calls.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

let ids = 0
const host = (changes: Partial<Parameters<typeof createHttpHost>[0]> = {}) =>
  createHttpHost({
    url,
    secret,
    newId: () => `call_${(ids += 1)}`,
    now: () => new Date(),
    post: postTo(),
    ...changes,
  })

/** The host answers so. */
function answers(status: number, body = '', headers: Readonly<Record<string, string>> = {}): void {
  respond = (response) => void response.writeHead(status, headers).end(body)
}

const json = (value: unknown) => answers(200, JSON.stringify(value))
const UNREACHABLE = { outcome: 'unreachable', reason: expect.any(String) }

describe('a call', () => {
  it('is signed so that the official package takes it, and only with this secret', async () => {
    answers(204)
    await host().synced(record, '3190', 'act_1-synced')
    const [call] = calls
    const headers = Object.fromEntries(Object.entries(call?.headers ?? {}).map(([k, v]) => [k, String(v)]))
    expect(call?.method).toBe('POST')
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'act_1-synced' })
    expect(new Webhook(secret).verify(call?.body ?? '', headers)).toEqual({
      type: 'record.synced',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      data: { record, quickbooksId: '3190' },
    })
    const other = new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`)
    expect(() => other.verify(call?.body ?? '', headers)).toThrow()
    expect(() => new Webhook(secret).verify(`${call?.body} `, headers)).toThrow()
  })

  it('has the same id when it is repeated, and a question another one each time', async () => {
    answers(204)
    for (let i = 0; i < 2; i += 1) {
      await host().push(record, 'act_1-push')
      await host().read(record)
    }
    const asked = calls.map(({ headers }) => headers['webhook-id'])
    expect(asked[0]).toBe('act_1-push')
    expect(asked[2]).toBe('act_1-push')
    expect(asked[1]).not.toBe(asked[3])
  })

  it('tells nothing but the type and the id of a record', async () => {
    answers(204)
    await host().push({ ...record, label: 'Northwind' } as typeof record, 'x')
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ type: 'record.push', data: { record } })
    expect(calls[0]?.body).not.toContain('Northwind')
  })
})

describe('a record that is asked for', () => {
  const payload = {
    entity: 'Invoice',
    operation: 'create',
    body: { DocNumber: '1781' },
    quickbooksId: null,
    dependsOn: [{ type: 'client', id: 'c_7', quickbooksId: '58' }],
    refusal: null,
  }

  it('is told as it is to be written', async () => {
    json({ ...payload, requestId: 'host-1', later: 'members that nobody knows' })
    expect(await host({ now: () => new Date('2026-03-02T10:00:00Z') }).read(record)).toEqual({
      outcome: 'read',
      payload: {
        entity: 'Invoice',
        operation: 'create',
        body: { DocNumber: '1781' },
        requestId: 'host-1',
        dependsOn: payload.dependsOn,
        source: 'host',
        at: '2026-03-02T10:00:00.000Z',
      },
    })
  })

  it.each([
    [
      'is in the books',
      { ...payload, body: null, operation: null, quickbooksId: '7' },
      { outcome: 'in-books' },
    ],
    [
      'waits for another one',
      { ...payload, entity: null, operation: null, body: null },
      { outcome: 'waiting', dependsOn: payload.dependsOn },
    ],
    [
      'will not be pushed',
      { ...payload, entity: null, operation: null, body: null, refusal: { error: 'No account' } },
      { outcome: 'refused', error: 'No account' },
    ],
  ])('%s', async (_name, answer, expected) => {
    json(answer)
    expect(await host().read(record)).toMatchObject(expected)
  })

  it.each([404, 410])('is gone where the host answers %s', async (status) => {
    answers(status, '{"error":"unknown"}')
    expect(await host().read(record)).toEqual({ outcome: 'gone' })
  })

  it.each([
    ['nothing', ''],
    ['HTML', '<html>Bad gateway</html>'],
    ['half a document', '{"entity":"Invoice","oper'],
    ['a list', '[]'],
    ['another kind of operation', JSON.stringify({ ...payload, operation: 'delete' })],
    ['a request id that is none', JSON.stringify({ ...payload, requestId: 'x'.repeat(51) })],
    ['an id that is none', JSON.stringify({ ...payload, quickbooksId: '7; drop' })],
  ])('counts as not told where the host answers %s', async (_name, body) => {
    answers(200, body)
    expect(await host().read(record)).toEqual(UNREACHABLE)
  })
})

describe('a service that is to be deleted', () => {
  const service = { type: 'service', id: 'srv_3' } as const

  it.each([
    [200, { outcome: 'deleted' }],
    [204, { outcome: 'deleted' }],
    [404, { outcome: 'deleted' }],
    [409, { outcome: 'in-use' }],
    [500, UNREACHABLE],
  ])('is, where the host answers %s, %j', async (status, expected) => {
    answers(status, '{}')
    expect(await host().deleteService(service, 'act_1-delete')).toEqual(expected)
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      type: 'service.delete',
      data: { record: service },
    })
  })
})

describe('a host counts as not reached', () => {
  it('where nobody listens', async () => {
    const nobody = host({ url: 'http://127.0.0.1:1/' })
    expect(await nobody.push(record, 'x')).toEqual(UNREACHABLE)
  })

  it('where it does not answer in time', async () => {
    respond = () => {}
    expect(await host({ post: postTo({ timeoutMilliseconds: 20 }) }).push(record, 'x')).toEqual(UNREACHABLE)
  })

  it('where it stops in the middle of its answer', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      response.destroy()
    }
    expect(await host().read(record)).toEqual(UNREACHABLE)
  })

  it('where it sends us elsewhere, to which nothing goes', async () => {
    answers(307, '', { location: url })
    expect(await host().push(record, 'x')).toEqual(UNREACHABLE)
    expect(calls).toHaveLength(1)
  })

  it('where its answer has no end, which is not read on', async () => {
    let written = 0
    respond = (response) => {
      response.writeHead(200)
      const more = (): void => {
        if (response.destroyed || written > 64 * 1024 * 1024) return
        written += 65_536
        response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      more()
    }
    expect(await host().read(record)).toEqual(UNREACHABLE)
    expect(written).toBeLessThan(32 * 1024 * 1024)
  })

  it('where it refuses the signature', async () => {
    answers(401, '{"error":"wrong-signature"}')
    for (const answer of [
      await host().read(record),
      await host().push(record, 'x'),
      await host().synced(record, '7', 'x'),
      await host().deleteService(record, 'x'),
    ]) {
      expect(answer).toEqual(UNREACHABLE)
    }
  })

  it('without a word of its secret', async () => {
    answers(500, secret)
    expect(JSON.stringify(await host().push(record, 'x'))).not.toContain(secret.slice(6, 20))
  })
})
