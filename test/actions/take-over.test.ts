import { describe, expect, it } from '@jest/globals'
import type { HeldAction } from '../../src/actions/held-action.ts'
import { LeaseLost } from '../../src/actions/lease-lost.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { actionsAtWork, LEASE } from '../support/actions-at-work.ts'
import { stoppedClock } from '../support/clock.ts'
import { FakeBooks } from '../support/fake-books.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

const { now, pass } = stoppedClock()
const { collections, issues } = await newStores(now)
const wish = {
  kind: 'resync',
  actor: reporter,
  note: null,
  changes: null,
  link: null,
} as const

let firms = 0

/** A firm whose client failed, and a resync of it that was asked for. */
async function asked() {
  const firmId = `firm${(firms += 1)}`
  const { record } = syncFailure(1)
  const client = { ...record, type: 'client', id: 'c_1', client: null } as const
  const payload = JSON.stringify({ DisplayName: 'Northwind LLC' })
  await issues.reportFailure(
    firmId,
    syncFailure(1, { record: client, operation: 'create', payload }),
    reporter,
  )
  const books = new FakeBooks()
  const id = issueId(firmId, client)
  const at = actionsAtWork({ collections, books, now })
  await at.request(firmId, id, { ...wish, id: `act_${firmId}` })
  return {
    books,
    at,
    /** Takes what is due, as one worker. */
    claim: () => actionsAtWork({ collections, books, now }).claimDue(10),
    action: async () => (await issues.get(firmId, id))?.doc.action,
  }
}

async function giveUp(claimed: readonly HeldAction[]): Promise<void> {
  for (const held of claimed) await held.advance({ step: 'cancel', reason: 'cancelled' })
}

describe('the work of a worker that vanished', () => {
  it('is left alone while its lease lasts, and taken over within 35 seconds', async () => {
    const { at, claim, action, books } = await asked()
    expect(await claim()).toHaveLength(1)
    pass(LEASE - 1)
    expect(await at.performDue()).toBe(0)
    pass(35_000 - LEASE)
    expect(await at.performDue()).toBe(1)
    expect(await action()).toMatchObject({ state: 'succeeded' })
    expect(books.ledger).toHaveLength(1)
  })

  it('is no longer its own: whatever it still wants to put down is refused', async () => {
    const { at, claim, action } = await asked()
    const [held] = await claim()
    pass(35_000)
    await at.performDue()
    const ended = await action()
    await expect(held?.advance({ step: 'cancel', reason: 'cancelled' })).rejects.toThrow(LeaseLost)
    await expect(held?.refresh()).rejects.toThrow(LeaseLost)
    expect(await action()).toEqual(ended)
  })

  it('stays its own as long as it says that it lives', async () => {
    const { at, claim, action } = await asked()
    const [held] = await claim()
    for (let i = 0; i < 5; i += 1) {
      pass(LEASE - 1)
      await held?.advance({ step: 'renew', until: new Date(now().getTime() + LEASE).toISOString() })
      expect(await at.performDue()).toBe(0)
    }
    expect(await action()).toMatchObject({ state: 'running' })
    await held?.advance({ step: 'cancel', reason: 'cancelled' })
  })
})

describe('an action that several workers see', () => {
  it('is taken by one of them', async () => {
    const { claim } = await asked()
    const claimed = await Promise.all(Array.from({ length: 8 }, claim))
    expect(claimed.flat()).toHaveLength(1)
    await giveUp(claimed.flat())
  })

  it('of many is taken by somebody, however many are after the first', async () => {
    await Promise.all(Array.from({ length: 12 }, asked))
    const workers = Array.from({ length: 4 }, () =>
      actionsAtWork({ collections, books: new FakeBooks(), now }),
    )
    const claimed = await Promise.all(workers.map(({ claimDue }) => claimDue(3)))
    expect(claimed.flat()).toHaveLength(12)
    expect(new Set(claimed.flat().map(({ action }) => action.id)).size).toBe(12)
    await giveUp(claimed.flat())
  })
})

describe('an action that waits', () => {
  it('is tried a second time by itself only where the fault passes by itself', async () => {
    const passing = await asked()
    passing.books.weather.push('busy')
    await passing.at.performDue()
    expect(await passing.action()).toMatchObject({ state: 'waiting', waitingFor: 'second-try' })
    pass(60_000)
    await passing.at.performDue()
    expect(await passing.action()).toMatchObject({
      state: 'succeeded',
      tries: [{ number: 1 }, { number: 2 }],
    })

    const twice = await asked()
    twice.books.weather.push('busy', 'busy')
    await twice.at.performDue()
    pass(60_000)
    await twice.at.performDue()
    expect(await twice.action()).toMatchObject({ state: 'refused', tries: [{ number: 1 }, { number: 2 }] })
  })

  it('is given up after the first refusal that somebody must act on', async () => {
    const { at, action, books } = await asked()
    books.refuses = 'Business Validation Error: the moon is in the wrong house'
    await at.performDue()
    expect(await action()).toMatchObject({ state: 'refused', tries: [{ number: 1, outcome: 'refused' }] })
  })

  it('is not due before its time', async () => {
    const { at, action, books } = await asked()
    books.weather.push('disconnected')
    await at.performDue()
    const dueAt = (await action())?.dueAt ?? ''
    pass(Date.parse(dueAt) - now().getTime() - 1)
    expect(await at.performDue()).toBe(0)
    pass(1)
    expect(await at.performDue()).toBe(1)
  })
})
