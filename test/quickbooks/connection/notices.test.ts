import { beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Notice } from '../../../src/domain/notice.ts'
import { aConnection } from '../../support/a-connection.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ADA, connectionsOn } from '../../support/connections.ts'
import { everyInterleaving, gated } from '../../support/interleavings.ts'
import { startOAuthServer } from '../../support/oauth-server.ts'
import { temporaryStorage } from '../../support/temporary-storage.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const SYSTEM = { type: 'system', id: 'syncdoctor', via: null }

const storage = await temporaryStorage()
const server = await startOAuthServer()
let clock = stoppedClock()
const now = () => clock.now()
const first = await connectionsOn({ storage, server, now })
const other = await connectionsOn({ storage, server, now })
const { connections, connect, kept } = first

/** Who has had a page. */
const pages = new WeakSet<Parameters<typeof gated>[1]>()

let count = 0
let firmId = ''
let realmId = ''

beforeEach(() => {
  clock = stoppedClock()
  count += 1
  firmId = `firm-${count}`
  realmId = String(7_000_000 + count)
})

/** What is to be told of the firm's connection. */
async function notices(of = firmId): Promise<readonly Notice[]> {
  const outbox = (await kept.connections.get(of))?.doc.outbox
  return outbox?.notices.map(({ notice }) => notice) ?? []
}

const types = async () => (await notices()).map(({ type }) => type)

/** How many days were left each time somebody was told that the connection ends. */
async function daysTold(of = firmId): Promise<readonly number[]> {
  return (await notices(of)).flatMap((notice) =>
    notice.type === 'connection.ending' ? [notice.connection.daysLeft] : [],
  )
}

async function keep(changes: Partial<Parameters<typeof aConnection>[0]> = {}): Promise<void> {
  await kept.connections.insert(aConnection({ firmId, realmId, companyName: 'Northwind LLC', ...changes }))
}

const inDays = (days: number) => new Date(now().getTime() + days * DAY).toISOString()

describe('that a connection is lost', () => {
  it('is told with the change itself, and by whom', async () => {
    await connect(firmId, realmId)
    await connections.disconnect(firmId, ADA)
    expect(await notices()).toEqual([
      {
        id: expect.stringMatching(/^evt_/u),
        type: 'connection.lost',
        firmId,
        at: now().toISOString(),
        subject: 'connection',
        sequence: 1,
        connection: {
          companyName: `Company ${realmId}`,
          endsAt: now().toISOString(),
          daysLeft: 0,
          actor: ADA,
        },
      },
    ])
    expect((await kept.connections.get(firmId))?.doc.outbox?.dueAt).toBe(now().toISOString())
  })

  it('is told where Intuit has ended it, once, however many find out, and not again when somebody disconnects', async () => {
    await connect(firmId, realmId)
    clock.pass(2 * HOUR)
    server.forgetGrants()
    await Promise.all([first, other, first].map(({ connections: one }) => one.access(firmId).token()))
    expect((await connections.get(firmId))?.status).toBe('reconnect-needed')
    await connections.disconnect(firmId, ADA)
    expect(await notices()).toMatchObject([{ type: 'connection.lost', connection: { actor: SYSTEM } }])
  })

  it('is told anew when it is lost again', async () => {
    await connect(firmId, realmId)
    await connections.disconnect(firmId, ADA)
    await connect(firmId, realmId)
    await connections.disconnect(firmId, ADA)
    expect((await notices()).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['connection.lost', 1],
      ['connection.lost', 2],
    ])
  })

  it('is no news where another company takes its place, nor where the firm leaves', async () => {
    await connect(firmId, realmId)
    await connect(firmId, String(Number(realmId) + 500_000))
    await connections.disconnect(firmId, ADA, 'untold')
    expect(await types()).toEqual([])
  })

  it('is still told by a connection to another company that came before anybody was told', async () => {
    await connect(firmId, realmId)
    await connections.disconnect(firmId, ADA)
    await connect(firmId, String(Number(realmId) + 500_000))
    expect(await types()).toEqual(['connection.lost'])
  })

  it('is told once, in whatever order two disconnect it', async () => {
    const runs = await everyInterleaving(
      async (run) => {
        const id = `${firmId}-${run}`
        const realm = `${realmId}${run}`
        await kept.connections.insert(aConnection({ firmId: id, realmId: realm, refreshToken: null }))
        const actors = [1, 2].map(() => async (gate: Parameters<typeof gated>[1]) => {
          const collection = gated(kept.connections, gate)
          const { connections: one } = await connectionsOn({ storage, server, now, connections: collection })
          await one.disconnect(id, ADA)
        })
        return { actors, about: id }
      },
      async (id) => {
        expect(await notices(id)).toHaveLength(1)
      },
    )
    expect(runs).toBeGreaterThan(5)
  })
})

describe('that a connection ends', () => {
  it.each([
    ['because nobody could renew it', { hardExpiresAt: null }],
    ['because five years are over', { refreshExpiresAt: '2026-09-01T00:00:00.000Z' }],
  ])('is told 30 days before, 7 and one, once each: %s', async (_, changes) => {
    const end = inDays(40)
    await keep({ refreshExpiresAt: end, hardExpiresAt: end, ...changes })
    for (let hour = 0; hour < 40 * 24; hour += 1) {
      await connections.tellEndings()
      clock.pass(HOUR)
    }
    expect(await daysTold()).toEqual([30, 7, 1])
  })

  it('is told once, however many look at the same time', async () => {
    await keep({ refreshExpiresAt: inDays(6) })
    await Promise.all([first, other, first, other].map(({ connections: one }) => one.tellEndings()))
    expect(await daysTold()).toEqual([6])
  })

  it('is told once, in whatever order two look', async () => {
    await everyInterleaving(
      async (run) => {
        const id = `${firmId}-${run}`
        await kept.connections.insert(aConnection({ firmId: id, refreshExpiresAt: inDays(6) }))
        const actors = [1, 2].map(() => async (gate: Parameters<typeof gated>[1]) => {
          const collection = {
            ...gated(kept.connections, gate),
            page: async () => {
              const found = await kept.connections.get(id)
              // One page, and then no more.
              return found === undefined || pages.has(gate) ? [] : (pages.add(gate), [found])
            },
          }
          const { connections: one } = await connectionsOn({ storage, server, now, connections: collection })
          await one.tellEndings()
        })
        return { actors, about: id }
      },
      async (id) => {
        expect(await daysTold(id)).toEqual([6])
      },
    )
  })

  it('is not told of one that is lost already, or that lasts', async () => {
    await keep({ refreshExpiresAt: inDays(6), status: 'reconnect-needed' })
    await connections.tellEndings()
    expect(await types()).toEqual([])
    firmId = `${firmId}-lasts`
    await keep({ refreshExpiresAt: inDays(31), hardExpiresAt: inDays(900) })
    await connections.tellEndings()
    expect(await types()).toEqual([])
  })

  it('is told anew of a connection that was made anew, and not of one whose end moved by seconds', async () => {
    await connect(firmId, realmId)
    const made = await kept.connections.get(firmId)
    if (made === undefined) throw new Error('There is no connection.')
    await kept.connections.replace({ ...made.doc, hardExpiresAt: inDays(20) }, made.version)
    await connections.tellEndings()
    const told = await kept.connections.get(firmId)
    if (told === undefined) throw new Error('There is no connection.')
    const later = new Date(Date.parse(inDays(20)) + 5_000).toISOString()
    await kept.connections.replace({ ...told.doc, hardExpiresAt: later }, told.version)
    await connections.tellEndings()
    expect(await daysTold()).toEqual([20])
    await connect(firmId, realmId)
    const anew = await kept.connections.get(firmId)
    if (anew === undefined) throw new Error('There is no connection.')
    await kept.connections.replace({ ...anew.doc, hardExpiresAt: inDays(19) }, anew.version)
    await connections.tellEndings()
    expect(await daysTold()).toEqual([20, 19])
  })

  it('is told at most three times, ever nearer, whenever somebody looks', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 * 24 }), { maxLength: 12 }), async (hours) => {
        clock = stoppedClock()
        run += 1
        const id = `${firmId}-${run}`
        const end = inDays(45)
        await kept.connections.insert(aConnection({ firmId: id, refreshExpiresAt: end }))
        for (const one of hours) {
          clock.pass(one * HOUR)
          await connections.tellEndings()
        }
        const told = await daysTold(id)
        expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a))
        expect(told.length).toBeLessThanOrEqual(3)
        expect(told.length > 0).toBe(Date.parse(end) - now().getTime() <= 30 * DAY && hours.length > 0)
        const known = await kept.connections.get(id)
        if (known !== undefined) await kept.connections.remove(id, known.version)
      }),
      { numRuns: 40 },
    )
  })
})
