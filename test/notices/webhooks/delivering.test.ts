import { describe, expect, it } from '@jest/globals'
import { webhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts'
import { webhooksAtWork } from '../../support/webhooks-at-work.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

async function aFirmWithAReceiver() {
  const work = await webhooksAtWork()
  const receiver = await webhookReceiver(work.now)
  return { work, receiver }
}

const typesOf = ({ received }: WebhookReceiver) =>
  received.map(({ type, data }) => `${type} ${data.sequence}`)

/** What each issue was told of, in order. */
function bySubject({ received }: WebhookReceiver): ReadonlyMap<string, readonly number[]> {
  const told = new Map<string, number[]>()
  for (const { data } of received) {
    const id = data.issue?.id ?? ''
    told.set(id, [...(told.get(id) ?? []), data.sequence])
  }
  return told
}

function expectOnceAndInOrder(receiver: WebhookReceiver): void {
  const ids = receiver.received.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const sequences of bySubject(receiver).values()) {
    expect(sequences).toEqual(sequences.map((_, at) => at + 1))
  }
}

describe('an endpoint', () => {
  it('is told what happens, signed, in order, with nothing that could be anybody’s business', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    await work.fails(1)
    await work.goesThrough(1)
    await work.fails(1)
    await work.settle()
    expect(typesOf(receiver)).toEqual(['issue.opened 1', 'issue.resolved 2', 'issue.reopened 3'])
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.came
    expect(headers['webhook-id']).toBe(receiver.received[0]?.id)
    expect(JSON.parse(body)).toEqual({
      id: receiver.received[0]?.id,
      type: 'issue.opened',
      timestamp: work.now().toISOString(),
      data: {
        firmId: 'acme',
        sequence: 1,
        actor: expect.objectContaining({ type: 'key' }),
        actionId: null,
        issue: {
          id: expect.stringMatching(/^iss_/u),
          record: { type: 'invoice', id: 'inv_1' },
          item: 'duplicate-document-number',
          formerItem: null,
        },
      },
    })
    for (const { body: told } of receiver.came) {
      for (const canary of ['Northwind', '1250', '125000', '3188', '1781', 'whsec_', 'DocNumber']) {
        expect(told).not.toContain(canary)
      }
    }
  })

  it('hears a thousand failures once each, and what became of them in order', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    for (let n = 0; n < 1_000; n += 1) await work.fails(n)
    for (let n = 0; n < 100; n += 1) await work.goesThrough(n)
    await work.goesBy(MINUTE)
    expect(receiver.received).toHaveLength(1_100)
    expectOnceAndInOrder(receiver)
    expect(work.errors).toEqual([])
  }, 300_000)

  it('that is down for twelve hours gets all in the end, soon after it is up again', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    const { respond } = receiver
    receiver.respond = (response) => void response.writeHead(502).end()
    for (let n = 0; n < 50; n += 1) await work.fails(n)
    await work.goesBy(6 * HOUR)
    for (let n = 0; n < 25; n += 1) await work.goesThrough(n)
    await work.goesBy(6 * HOUR)
    expect(receiver.received).toEqual([])
    receiver.respond = respond
    // Whatever comes next shows that it is there, and lets the others go at once.
    await work.fails(99)
    await work.goesBy(MINUTE)
    expect(receiver.received).toHaveLength(76)
    expectOnceAndInOrder(receiver)
  })

  it('is told of its own firm alone, and the host’s own endpoint of every firm', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const others = await webhookReceiver(work.now)
    const hosts = await webhookReceiver(work.now)
    await work.endpointAt(receiver)
    await work.endpointAt(others, { firmId: 'beta' })
    await work.endpointAt(hosts, { firmId: null })
    await work.fails(1, 'acme')
    await work.fails(1, 'beta')
    await work.fails(2, 'gamma')
    await work.settle()
    expect(receiver.received.map(({ data }) => data.firmId)).toEqual(['acme'])
    expect(others.received.map(({ data }) => data.firmId)).toEqual(['beta'])
    expect(hosts.received.map(({ data }) => data.firmId).toSorted()).toEqual(['acme', 'beta', 'gamma'])
    for (const { body } of receiver.came) expect(body).not.toContain('beta')
    for (const { body } of others.came) expect(body).not.toContain('acme')
  })

  it('that wants some types is told of no others', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver, { types: ['issue.resolved', 'issue.deleted'] })
    await work.fails(1)
    await work.goesThrough(1)
    await work.settle()
    expect(typesOf(receiver)).toEqual(['issue.resolved 2'])
  })

  it('is told nothing twice where the relay begins anew after a crash', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    await work.fails(1)
    await work.settle()
    const [entry] = await work.stores.noticeLog.after('acme', 0, 1)
    if (entry === undefined) throw new Error('Nothing stands there.')
    await work.webhooks.tell(entry)
    await work.settle()
    expect(receiver.received).toHaveLength(1)
  })

  it('is told of an issue that was cleared away and arises anew, though it counts from 1 again', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    await work.fails(1)
    await work.goesThrough(1)
    await work.settle()
    const { issues } = work.stores.collections
    for (const { doc, version } of await issues.page({ index: 'all', limit: 10 })) {
      await issues.remove(doc.id, version)
    }
    work.passes(DAY)
    await work.fails(1)
    await work.settle()
    expect(typesOf(receiver)).toEqual(['issue.opened 1', 'issue.resolved 2', 'issue.opened 1'])
  })
})

describe('an event that is refused', () => {
  it('is tried ten times within 76 hours, then given up, and what comes after it goes on', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const endpoint = await work.endpointAt(receiver)
    const tries: number[] = []
    receiver.respond = (response, { data, type }) => {
      const isPoison = data.issue !== undefined && type === 'issue.opened'
      if (isPoison) tries.push(work.now().getTime())
      response.writeHead(isPoison ? 500 : 204).end()
    }
    await work.fails(1)
    await work.goesThrough(1)
    const began = work.now().getTime()
    await work.goesBy(90 * HOUR)
    expect(tries).toHaveLength(10)
    const hours = ((tries.at(-1) ?? 0) - began) / HOUR
    expect(hours).toBeGreaterThan(75)
    expect(hours).toBeLessThan(84)
    expect(typesOf(receiver)).toEqual(['issue.resolved 2'])
    const all = { state: undefined, after: undefined, limit: 10 }
    const deliveries = await work.webhooks.deliveryLog.list(endpoint, all)
    const became = deliveries.map(({ type, state, attempts }) => [type, [state, attempts.length]])
    expect(Object.fromEntries(became)).toEqual({
      'issue.opened': ['failed', 10],
      'issue.resolved': ['delivered', 1],
    })
  })

  it('does not use up its tries because others go through', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    let poisoned = ''
    receiver.respond = (response, { data }) => {
      if (poisoned === '') poisoned = data.issue?.id ?? ''
      response.writeHead(data.issue?.id === poisoned ? 500 : 204).end()
    }
    await work.fails(0)
    for (let n = 1; n <= 30; n += 1) {
      await work.goesBy(2 * MINUTE)
      await work.fails(n)
    }
    await work.goesBy(MINUTE)
    expect(receiver.received).toHaveLength(30)
    // After an hour it has had those of the schedule, and still waits for the next.
    const equals = { endpointId: id }
    const [lane] = await work.stores.collections.webhookLanes.page({ index: 'endpointDue', equals, limit: 1 })
    expect(lane?.doc.queue).toEqual([expect.objectContaining({ tries: 4 })])
  })

  it('waits as long as the endpoint asks, and so does everything else for it', async () => {
    for (const header of ['7200', (now: Date) => new Date(now.getTime() + 2 * HOUR).toUTCString()]) {
      const { work, receiver } = await aFirmWithAReceiver()
      await work.endpointAt(receiver)
      const retryAfter = typeof header === 'string' ? header : header(work.now())
      const { respond } = receiver
      receiver.respond = (response) => void response.writeHead(429, { 'retry-after': retryAfter }).end()
      await work.fails(1)
      await work.settle()
      receiver.respond = respond
      await work.fails(2)
      await work.goesBy(2 * HOUR - 2 * SECOND)
      expect(receiver.came).toHaveLength(1)
      await work.goesBy(MINUTE)
      expect(receiver.received).toHaveLength(2)
    }
  })

  it('does not wait for longer than a day, whatever the endpoint asks', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    const { respond } = receiver
    receiver.respond = (response) => void response.writeHead(503, { 'retry-after': '99999999' }).end()
    await work.fails(1)
    await work.settle()
    receiver.respond = respond
    await work.goesBy(DAY)
    expect(receiver.received).toHaveLength(1)
  })

  it('is not sent on to where an answer points', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const canary = await webhookReceiver(work.now)
    await work.endpointAt(receiver)
    receiver.respond = (response) => void response.writeHead(307, { location: canary.url }).end()
    await work.fails(1)
    await work.goesBy(HOUR)
    expect(canary.came).toEqual([])
    expect(receiver.received).toEqual([])
  })
})

describe('an endpoint is disabled', () => {
  const endpointOf = async (work: Awaited<ReturnType<typeof webhooksAtWork>>, id: string) =>
    work.webhooks.endpoints.get(null, id)

  it('at once where it says that it is gone, of which the firm is told', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    receiver.respond = (response) => void response.writeHead(410).end()
    for (const n of [1, 2, 3]) await work.fails(n)
    await work.goesBy(HOUR)
    expect(await endpointOf(work, id)).toMatchObject({ state: 'disabled', reason: 'gone' })
    const came = receiver.came.length
    await work.fails(4)
    await work.goesBy(DAY)
    expect(receiver.came).toHaveLength(came)
    const told = (await work.stores.noticeLog.after('acme', 0, 100)).map(({ notice }) => notice)
    expect(told.filter(({ type }) => type === 'webhook-endpoint.disabled')).toEqual([
      expect.objectContaining({ subject: id, endpoint: { id, url: receiver.url, reason: 'gone' } }),
    ])
    const waiting = { state: 'waiting', after: undefined, limit: 10 } as const
    expect(await work.webhooks.deliveryLog.list(id, waiting)).toEqual([])
  })

  it('where nothing has reached it for five days, and not before', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    receiver.respond = (response) => void response.writeHead(500).end()
    for (let day = 0; day < 5; day += 1) {
      await work.fails(day)
      await work.goesBy(DAY - HOUR)
      expect(await endpointOf(work, id)).toMatchObject({ state: 'enabled' })
    }
    await work.fails(9)
    await work.goesBy(DAY)
    expect(await endpointOf(work, id)).toMatchObject({ state: 'disabled', reason: 'failing' })
  })

  it('not where something went through in between', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    const { respond } = receiver
    const broken: typeof respond = (response) => void response.writeHead(500).end()
    for (let day = 0; day < 8; day += 1) {
      receiver.respond = day === 4 ? respond : broken
      await work.fails(day)
      await work.goesBy(DAY)
    }
    expect(await endpointOf(work, id)).toMatchObject({ state: 'enabled' })
  })

  it('though it is the host’s own, of which the log of the service tells', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver, { firmId: null })
    receiver.respond = (response) => void response.writeHead(410).end()
    await work.fails(1)
    await work.settle()
    expect(work.disabledOfHost).toEqual([id])
  })

  it('and once it is enabled again, is told what comes, and what it missed by a replay', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    const since = work.now().toISOString()
    const { respond } = receiver
    receiver.respond = (response) => void response.writeHead(410).end()
    await work.fails(1)
    await work.settle()
    await work.goesThrough(1)
    await work.settle()
    receiver.respond = respond
    await work.webhooks.endpoints.change(null, id, { state: 'enabled' }, undefined)
    await work.fails(1)
    await work.settle()
    expect(typesOf(receiver)).toEqual(['issue.reopened 3'])
    const endpoint = await endpointOf(work, id)
    if (endpoint === undefined) throw new Error('It is gone.')
    expect(await work.webhooks.replay.since(endpoint, since, undefined)).toEqual({
      count: 4,
      next: undefined,
    })
    await work.settle()
    const replayed = typesOf(receiver).slice(1)
    const ofIssue = ['issue.opened 1', 'issue.resolved 2', 'issue.reopened 3']
    expect(replayed.filter((told) => told.startsWith('issue.'))).toEqual(ofIssue)
    expect(replayed).toContain('webhook-endpoint.disabled 1')
  })
})

describe('a secret that is changed', () => {
  it('signs from then on, and the former one signs along for 24 hours', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    const former = receiver.secrets
    const rotated = await work.webhooks.endpoints.rotateSecret(null, id)
    if (typeof rotated !== 'object') throw new Error('It was not changed.')
    const passed = async (secrets: readonly string[], n: number) => {
      receiver.secrets = secrets
      const before = receiver.received.length
      await work.fails(n)
      await work.settle()
      return receiver.received.length > before
    }
    expect(await passed(former, 1)).toBe(true)
    expect(await passed([rotated.secret], 2)).toBe(true)
    expect(receiver.came.at(-1)?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/u)
    work.passes(DAY - MINUTE)
    expect(await passed(former, 3)).toBe(true)
    work.passes(MINUTE)
    expect(await passed(former, 4)).toBe(false)
    expect(await passed([rotated.secret], 5)).toBe(true)
    expect(receiver.came.at(-1)?.headers['webhook-signature']).toMatch(/^v1,\S+$/u)
  })

  it('stands nowhere in what is kept', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    const rotated = await work.webhooks.endpoints.rotateSecret(null, id)
    if (typeof rotated !== 'object') throw new Error('It was not changed.')
    const kept = JSON.stringify(await work.webhooks.endpoints.get(null, id))
    for (const secret of [...receiver.secrets, rotated.secret]) {
      expect(kept).not.toContain(secret.slice('whsec_'.length, 30))
    }
  })
})

describe('a process that dies', () => {
  it('between an answer and the note of it lets the event come once more, under the same id', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const id = await work.endpointAt(receiver)
    await work.fails(1)
    await work.relay()
    const { webhookLanes } = work.stores.collections
    const [due] = await webhookLanes.page({ index: 'endpointDue', equals: { endpointId: id }, limit: 1 })
    if (due === undefined) throw new Error('Nothing is due.')
    await work.settle()
    // As if the lane had not been moved on.
    const over = await webhookLanes.get(due.doc.id)
    await webhookLanes.replace({ ...due.doc, lease: 'dead' }, over?.version ?? 0)
    await work.webhooks.callBy(id, work.now().toISOString())
    work.passes(31 * SECOND)
    await work.settle()
    const ids = receiver.received.map((message) => message.id)
    expect(ids).toEqual([ids[0], ids[0]])
    await work.goesBy(DAY)
    expect(receiver.received).toHaveLength(2)
  })

  it('leaves its lanes to others, who do not call what it is still calling', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    await work.endpointAt(receiver)
    for (let n = 0; n < 20; n += 1) await work.fails(n)
    await work.relay()
    const couriers = [work.newCourier(), work.newCourier(), work.newCourier()]
    for (let i = 0; i < 10; i += 1) {
      await Promise.all(couriers.map((courier) => courier.take()))
      await Promise.all(couriers.map((courier) => courier.idle()))
    }
    expect(receiver.received).toHaveLength(20)
    expectOnceAndInOrder(receiver)
  })
})

describe('somebody who is slow', () => {
  it('does not hold up the others', async () => {
    const { work, receiver } = await aFirmWithAReceiver()
    const slow = await webhookReceiver(work.now)
    await work.endpointAt(slow)
    await work.endpointAt(receiver, { firmId: 'beta' })
    const held: (() => void)[] = []
    slow.respond = (response) => void held.push(() => response.writeHead(204).end())
    for (let n = 0; n < 300; n += 1) await work.fails(n)
    await work.relay()
    work.passes(SECOND)
    for (let n = 0; n < 5; n += 1) await work.fails(n, 'beta')
    while ((await work.relay()) > 0) continue
    const courier = work.newCourier()
    for (let i = 0; i < 10; i += 1) {
      await courier.take()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(receiver.received).toHaveLength(5)
    expect(slow.came.length).toBeLessThanOrEqual(8)
    slow.respond = (response) => void response.writeHead(204).end()
    for (const answer of held) answer()
    await courier.idle()
    expect(work.errors).toEqual([])
  })
})
