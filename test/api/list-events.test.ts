import { afterAll, describe, expect, it } from '@jest/globals'
import { announceLoss } from '../../src/quickbooks/connection/announce-loss.ts'
import { aConnection } from '../support/a-connection.ts'
import { apiClient } from '../support/api-client.ts'
import { relayOver } from '../support/relay-over.ts'
import { startServer } from '../support/running-server.ts'
import { addFirm, anIssue, headersOf, sessionOf } from '../support/tenant.ts'

const server = await startServer()
const { stores, url } = server
const { signals } = stores
const api = apiClient(url)
const host = await addFirm(api, stores)
const now = () => new Date()
const relay = relayOver(stores, { now })

afterAll(() => server.stop())

/** Everything that is to be told is told. */
async function tellAll(): Promise<void> {
  while ((await relay()) > 0) continue
  signals.emit('logged', 'acme')
}

/** A stream of the firm's events, and what it says until it has said something. */
async function follow(headers: Record<string, string>, query = '') {
  const abort = new AbortController()
  const answer = await fetch(`${url}/v1/firms/acme/events${query}`, {
    headers: { ...headers, Accept: 'text/event-stream' },
    signal: abort.signal,
  })
  const reader = answer.body?.getReader()
  let text = ''
  return {
    answer,
    close: () => abort.abort(),
    until: async (word: string): Promise<string> => {
      while (!text.includes(word)) {
        const more = await reader?.read()
        if (more?.value === undefined) return `${text}(the end)`
        text += new TextDecoder().decode(more.value)
      }
      return text
    },
  }
}

describe('the events of a firm', () => {
  it('are listed, from where their reader was, without names and amounts', async () => {
    const all = await api.get('/v1/firms/acme/events', host)
    const { lastEventId } = all.as('EventList')
    const issue = await anIssue(api, host, 'inv_1')
    await tellAll()
    const answer = await api.get(`/v1/firms/acme/events?lastEventId=${lastEventId}`, host)
    const list = answer.as('EventList')
    expect(list.data).toMatchObject([{ type: 'issue.opened', data: { issue: { id: issue.id } } }])
    expect(list.reset).toBe(false)
    expect(answer.text).not.toMatch(/Invoice 1781|Northwind|1250/u)
    const next = (await api.get('/v1/firms/acme/events', { ...host, 'Last-Event-ID': list.lastEventId })).as(
      'EventList',
    )
    expect(next).toEqual({ data: [], lastEventId: list.lastEventId, reset: false })
  })

  it('are listed page by page, and those of the last day where the place is not known', async () => {
    for (const id of ['inv_2', 'inv_3', 'inv_4']) await anIssue(api, host, id)
    await tellAll()
    const first = (await api.get('/v1/firms/acme/events?lastEventId=unknown&limit=2', host)).as('EventList')
    expect(first).toMatchObject({ data: [{}, {}], lastEventId: '2', reset: true })
    const second = (await api.get('/v1/firms/acme/events?lastEventId=2', host)).as('EventList')
    expect([...first.data, ...second.data]).toMatchObject(
      ['inv_1', 'inv_2', 'inv_3', 'inv_4'].map((id) => ({ data: { issue: { record: { id } } } })),
    )
  })

  it('come by a stream to a key and to a member who is signed in', async () => {
    const streams = [await follow(host), await follow(await sessionOf({ stores, publicUrl: url }))]
    for (const { answer, until } of streams) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      await until('ready')
    }
    await anIssue(api, host, 'inv_5')
    await tellAll()
    for (const { until, close } of streams) {
      expect(await until('issue.opened')).toContain('"id":"inv_5"')
      close()
    }
  })

  it('go on after a break, by the header that browsers send', async () => {
    const first = await follow(host)
    const [, place = ''] = /id: (\d+)/u.exec(await first.until('ready')) ?? []
    first.close()
    await anIssue(api, host, 'inv_6')
    await tellAll()
    // The address still says where the page began.
    const second = await follow({ ...host, 'Last-Event-ID': place }, '?lastEventId=0')
    expect(await second.until('issue.opened')).toMatch(
      new RegExp(`^retry: 3000\nid: ${place}\nevent: ready\n[^]*"inv_6"`, 'u'),
    )
    second.close()
  })

  it('tell that the connection is lost, and to which company is nobody’s business', async () => {
    const stream = await follow(host)
    await stream.until('ready')
    const before = aConnection({ companyName: 'Northwind Landscaping' })
    const at = now().toISOString()
    const ended = { at, by: { type: 'member', id: 'mem_1', via: null } } as const
    const lost = announceLoss({ ...before, status: 'disconnected', ended }, before, {
      now: at,
      newId: () => 'lost',
    })
    await stores.collections.connections.insert(lost)
    await tellAll()
    const text = await stream.until('connection.lost')
    expect(text).toContain('"id":"mem_1"')
    expect(text).not.toContain('Northwind')
    stream.close()
  })

  it('hint at what is not told, as a skip is', async () => {
    const issue = await anIssue(api, host, 'inv_7')
    await tellAll()
    const stream = await follow(host)
    await stream.until('ready')
    await api.post(`/v1/firms/acme/issues/${issue.id}/actions`, { kind: 'skip' }, host)
    await tellAll()
    const text = await stream.until('event: change')
    expect(text).not.toContain('issue.')
    stream.close()
  })

  it('end once a key is revoked', async () => {
    const { id, key } = await stores.keys.create({ role: 'staff', firmId: 'acme', expiresAt: null })
    const stream = await follow({ Authorization: `Bearer ${key}` })
    await stream.until('ready')
    await stores.keys.revoke(id)
    server.hasten()
    expect(await stream.until('never')).toMatch(/\(the end\)$/u)
    const again = await follow({ Authorization: `Bearer ${key}` })
    expect(again.answer.status).toBe(401)
  })

  it('answer HEAD without a stream', async () => {
    const answer = await fetch(`${url}/v1/firms/acme/events`, {
      method: 'HEAD',
      headers: { ...host, Accept: 'text/event-stream' },
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('are nobody’s of another firm', async () => {
    const stranger = await headersOf(stores, 'owner', 'other')
    expect((await api.get('/v1/firms/acme/events', stranger)).status).toBe(404)
    expect((await follow(stranger)).answer.status).toBe(404)
  })
})
