import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Findings } from '../../src/evidence/create-probe.ts'
import { createReadEvidence } from '../../src/evidence/read-evidence.ts'
import { errors, newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const { issues, store } = await newStores(now)
let firms = 0
let probes = 0
let during: () => Promise<unknown> = () => Promise.resolve()
let findings: Findings = { facts: [], unread: undefined }

const read = createReadEvidence({
  store,
  kindsOf: (item) => (item === 'unrecognized' ? [] : ['closing-date']),
  probe: async () => {
    probes += 1
    await during()
    return { ...findings, facts: findings.facts.map((fact) => ({ ...fact, readAt: now().toISOString() })) }
  },
  now,
})

const fact: Evidence = {
  kind: 'closing-date',
  values: { date: '2026-03-02', isClosed: true, closedUntil: '2026-03-31' },
  source: 'quickbooks',
  readAt: '',
  cause: 'stands',
  recommends: null,
}

beforeEach(() => {
  probes = 0
  during = () => Promise.resolve()
  findings = { facts: [fact], unread: undefined }
})

/** A firm with one issue. */
async function anIssue(changes: Parameters<typeof syncFailure>[1] = {}) {
  const firmId = `firm${(firms += 1)}`
  const report = (at: number, more = changes) => issues.reportFailure(firmId, syncFailure(at, more), reporter)
  const { id } = (await report(1)).issue.doc
  return { firmId, id, report, issue: async () => (await issues.get(firmId, id))?.doc }
}

describe('what was read', () => {
  it('is kept with the issue', async () => {
    const { firmId, id, issue } = await anIssue()
    const outcome = await read(firmId, id)
    expect(outcome).toMatchObject({ outcome: 'read', issue: { doc: { evidence: [{ cause: 'stands' }] } } })
    expect((await issue())?.evidence).toEqual([{ ...fact, readAt: now().toISOString() }])
  })

  it('is not read again within a minute, but after', async () => {
    const { firmId, id } = await anIssue()
    await read(firmId, id)
    clock += 59_999
    await read(firmId, id)
    expect(probes).toBe(1)
    clock += 1
    await read(firmId, id)
    expect(probes).toBe(2)
  })

  it('is read again at once where the record failed since', async () => {
    const { firmId, id, report } = await anIssue()
    await read(firmId, id)
    clock += 1_000
    await report(1, { occurredAt: now().toISOString() })
    await read(firmId, id)
    expect(probes).toBe(2)
  })

  it('stays with an issue that fails in the same way, and goes when the error is another', async () => {
    const { firmId, id, report, issue } = await anIssue()
    await read(firmId, id)
    await report(2)
    expect((await issue())?.evidence).toHaveLength(1)
    await report(3, { error: errors.unrecognized })
    expect((await issue())?.evidence).toEqual([])
  })

  it('is read once for several who look at once', async () => {
    const { firmId, id } = await anIssue()
    const outcomes = await Promise.all([read(firmId, id), read(firmId, id), read(firmId, id)])
    expect(probes).toBe(1)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['read', 'read', 'read'])
  })
})

describe('an issue that changes while its books are read', () => {
  it('keeps both what changed and what was read', async () => {
    const { firmId, id, issue } = await anIssue()
    during = async () => {
      during = () => Promise.resolve()
      await issues.decide(firmId, id, {
        kind: 'skip',
        actor: reporter,
        note: null,
        ifVersion: undefined,
      })
    }
    await read(firmId, id)
    expect(await issue()).toMatchObject({ status: 'skipped', evidence: [{ kind: 'closing-date' }] })
    expect(probes).toBe(1)
  })

  it('is looked at anew where it is about another failure by then', async () => {
    const { firmId, id, report, issue } = await anIssue()
    during = async () => {
      during = () => Promise.resolve()
      await report(2)
    }
    await read(firmId, id)
    expect(probes).toBe(2)
    expect((await issue())?.evidence).toHaveLength(1)
  })

  it('is left without facts where it is of an error that nothing is read about', async () => {
    const { firmId, id, report, issue } = await anIssue()
    during = () => report(2, { error: errors.unrecognized })
    await read(firmId, id)
    expect(await issue()).toMatchObject({ item: 'unrecognized', evidence: [] })
    expect(probes).toBe(1)
  })
})

describe('nothing is read', () => {
  it('of an issue that is not there, or another firm’s', async () => {
    const { id } = await anIssue()
    expect(await read('other', id)).toEqual({ outcome: 'not-found' })
    expect(await read('other', 'iss_none')).toEqual({ outcome: 'not-found' })
    expect(probes).toBe(0)
  })

  it('where the books cannot be read, and the facts from before stay', async () => {
    const { firmId, id, issue } = await anIssue()
    await read(firmId, id)
    clock += 60_000
    findings = { facts: [], unread: { unread: 'rate-limit', until: now() } }
    expect(await read(firmId, id)).toEqual({ outcome: 'unread', unread: 'rate-limit', until: now() })
    expect((await issue())?.evidence).toHaveLength(1)
  })

  it('by a bug, that hinders the next who looks', async () => {
    const { firmId, id } = await anIssue()
    during = () => Promise.reject(new Error('a bug'))
    await expect(read(firmId, id)).rejects.toThrow('a bug')
    during = () => Promise.resolve()
    expect(await read(firmId, id)).toMatchObject({ outcome: 'read' })
  })
})
