import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createTellHosts } from '../../src/actions/create-tell-hosts.ts'
import { revisionOf } from '../../src/domain/revision-of.ts'
import type { Host, Unreachable } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { stoppedClock } from '../support/clock.ts'
import { Fuse } from '../support/fuse.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

const { now, pass } = stoppedClock()
const { collections, issues } = await newStores(now)
const ada = { type: 'member', id: 'ada', via: null } as const
const LEASE = 30_000
const DAY = 24 * 60 * 60 * 1000

let firms = 0

/** A firm with issues, whose host writes down what it is told. */
async function aFirm({ count = 1, answer = async (): Promise<Unreachable | undefined> => undefined } = {}) {
  const firmId = `firm${(firms += 1)}`
  const records = Array.from({ length: count }, (_, i) => ({ type: 'invoice', id: `inv_${i}` }) as const)
  const { record } = syncFailure(1)
  for (const one of records) {
    await issues.reportFailure(firmId, syncFailure(1, { record: { ...record, ...one } }), reporter)
  }
  const told: string[] = []
  const hear = (what: string) => async (one: { readonly id: string }, callId: string) => {
    told.push(`${what} ${one.id} ${callId}`)
    return (await answer()) ?? ({ outcome: 'told' } as const)
  }
  const unused = () => Promise.reject(new Error('It is not asked for this.'))
  const host: Host = {
    read: unused,
    synced: unused,
    push: unused,
    deleteService: unused,
    skipped: hear('skipped'),
    reopened: hear('reopened'),
  }
  const get = async (i = 0) => {
    const found = await issues.get(firmId, issueId(firmId, { type: 'invoice', id: `inv_${i}` }))
    if (found === undefined) throw new Error('It is gone.')
    return found
  }
  return {
    firmId,
    host,
    told,
    get,
    dueAt: async (i = 0) => (await get(i)).doc.decisionToTell?.dueAt,
    decide: async (kind: 'skip' | 'reopen', id: string, i = 0) =>
      issues.decide(firmId, issueId(firmId, { type: 'invoice', id: `inv_${i}` }), {
        id,
        kind,
        actor: ada,
        note: null,
        ifVersion: undefined,
      }),
  }
}

type Firm = Awaited<ReturnType<typeof aFirm>>

const errors: unknown[] = []

/** Tells the hosts of these firms what is due, as a process does that lives until its fuse burns down. */
function tellerOf(hosts: readonly Firm[], fuse = new Fuse()): () => Promise<number> {
  return createTellHosts({
    issues: fuse.collection(collections.issues),
    hostOf: async (firmId) => {
      const host = hosts.find((one) => one.firmId === firmId)?.host
      return (
        host && {
          ...host,
          skipped: (...call) => fuse.through(() => host.skipped(...call)),
          reopened: (...call) => fuse.through(() => host.reopened(...call)),
        }
      )
    },
    now,
    random: () => 1,
    onError: (error) => errors.push(error),
  })
}

describe('a decision', () => {
  it('is told to the host of the record once, and callers see no other version for it', async () => {
    const firm = await aFirm()
    await firm.decide('skip', 'act_1')
    const before = revisionOf(await firm.get())
    const tell = tellerOf([firm])
    await tell()
    await tell()
    expect(firm.told).toEqual(['skipped inv_0 act_1-skipped'])
    await firm.decide('reopen', 'act_2')
    await tell()
    expect(firm.told.slice(1)).toEqual(['reopened inv_0 act_2-reopened'])
    expect(revisionOf(await firm.get())).toBe(before + 1)
    expect(await firm.dueAt()).toBeUndefined()
  })

  it('that was taken back before the host heard of it is not told any more', async () => {
    const firm = await aFirm()
    await firm.decide('skip', 'act_1')
    await firm.decide('reopen', 'act_2')
    await tellerOf([firm])()
    expect(firm.told).toEqual(['reopened inv_0 act_2-reopened'])
  })

  it('comes after the one before, which the host is just told', async () => {
    let letGo = () => {}
    const slow = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined)
    })
    const firm = await aFirm({ answer: () => slow })
    await firm.decide('skip', 'act_1')
    const telling = tellerOf([firm])()
    while (firm.told.length === 0) await new Promise(setImmediate)
    await firm.decide('reopen', 'act_2')
    await tellerOf([firm])()
    expect(firm.told).toEqual(['skipped inv_0 act_1-skipped'])
    letGo()
    await telling
    await tellerOf([firm])()
    expect(firm.told.slice(1)).toEqual(['reopened inv_0 act_2-reopened'])
  })

  it('is told at least once and under one id, wherever whoever tells it is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 16 }), fc.boolean()), { maxLength: 4 }),
        async (deaths) => {
          const firm = await aFirm({ count: 2 })
          for (const i of [0, 1]) await firm.decide('skip', `act_${firm.firmId}_${i}`, i)
          for (const [at, after] of deaths) {
            await Promise.allSettled([
              tellerOf([firm], new Fuse(at, after))(),
              tellerOf([firm], new Fuse(at))(),
            ])
            pass(LEASE)
          }
          pass(DAY)
          await tellerOf([firm])()
          const ids = [0, 1].map((i) => `skipped inv_${i} act_${firm.firmId}_${i}-skipped`)
          expect([...new Set(firm.told)].toSorted()).toEqual(ids)
          expect([await firm.dueAt(0), await firm.dueAt(1)]).toEqual([undefined, undefined])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is told to nobody where the host has no address', async () => {
    const firm = await aFirm()
    await firm.decide('skip', 'act_1')
    await tellerOf([])()
    expect([firm.told, await firm.dueAt()]).toEqual([[], undefined])
  })
})

describe('a host that does not listen', () => {
  const silent = async (): Promise<Unreachable> => ({ outcome: 'unreachable', reason: 'no answer' })

  it('is told again, later each time up to a quarter of an hour, and left alone after three days', async () => {
    const firm = await aFirm({ answer: silent })
    await firm.decide('skip', 'act_1')
    const start = now().getTime()
    const waits: number[] = []
    for (let dueAt = await firm.dueAt(); dueAt !== undefined; dueAt = await firm.dueAt()) {
      waits.push(Date.parse(dueAt) - now().getTime())
      pass(Math.max(0, Date.parse(dueAt) - now().getTime()))
      await tellerOf([firm])()
    }
    expect(waits.slice(0, 5)).toEqual([0, 2_000, 4_000, 8_000, 16_000])
    expect(Math.max(...waits)).toBe(15 * 60_000)
    expect(new Set(firm.told)).toEqual(new Set(['skipped inv_0 act_1-skipped']))
    expect((now().getTime() - start) / DAY).toBeCloseTo(3, 1)
  })

  it('is called twice and no more for all that is due, and holds up no other', async () => {
    const deaf = await aFirm({ count: 20, answer: silent })
    const other = await aFirm()
    for (let i = 0; i < 20; i += 1) await deaf.decide('skip', `act_${i}`, i)
    await other.decide('skip', 'act_other')
    await tellerOf([deaf, other])()
    expect(deaf.told).toHaveLength(2)
    expect(other.told).toHaveLength(1)
    expect(await tellerOf([deaf, other])()).toBe(0)
  })

  it('or cannot be called is tried again, and somebody hears why', async () => {
    const firm = await aFirm()
    await firm.decide('skip', 'act_1')
    errors.length = 0
    const tell = createTellHosts({
      issues: collections.issues,
      hostOf: () => Promise.reject(new Error('The secret does not open.')),
      now,
      random: () => 1,
      onError: (error, id) => errors.push([id, String(error)]),
    })
    pass(LEASE)
    await tell()
    expect(errors).toContainEqual([(await firm.get()).doc.id, 'Error: The secret does not open.'])
    pass(2_000)
    await tellerOf([firm])()
    expect(firm.told).toHaveLength(1)
  })
})
