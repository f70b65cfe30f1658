import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { backOff } from '../../src/actions/back-off.ts'
import { putOff } from '../../src/actions/put-off.ts'
import { newAction } from '../../src/domain/new-action.ts'
import { host, NOW } from '../support/readings.ts'

const now = () => new Date(NOW)
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the wait after several delays', () => {
  it('lies between one second and a quarter of an hour, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.nat(), random, (delays, dice) => {
        const wait = backOff(delays, () => dice)
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(15 * 60_000)
      }),
    )
  })

  it('grows with each delay, until it is as long as it may be', () => {
    const waits = Array.from({ length: 12 }, (_, delays) => backOff(delays, () => 0.999))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits.at(-1)).toBe(waits.at(-2))
  })

  it('is spread over half its length, so that what failed together does not come back together', () => {
    const [shortest, longest] = [backOff(5, () => 0), backOff(5, () => 0.9999)]
    expect(longest).toBeGreaterThan(shortest * 1.9)
  })
})

describe('an action that is put off', () => {
  const action = (changes: object = {}) => ({
    ...newAction(
      { id: 'iss_1', firmId: 'acme' },
      { id: 'act_1', kind: 'resync', state: 'running', actor: host, note: null, createdAt: NOW, dueAt: NOW },
    ),
    ...changes,
  })

  it('waits until the moment that is known', () => {
    const until = new Date(Date.parse(NOW) + 60_000)
    expect(putOff(action(), 'rate-limit', { now, random: () => 0 }, until)).toEqual({
      step: 'put-off',
      waitingFor: 'rate-limit',
      until: until.toISOString(),
    })
  })

  it('begins with short waits again where it waits for something else', () => {
    const waited = action({ waitingFor: 'host', delays: 8 })
    const wait = (waitingFor: 'host' | 'connection') => {
      const step = putOff(waited, waitingFor, { now, random: () => 0 })
      return step.step === 'put-off' ? Date.parse(step.until) - Date.parse(NOW) : 0
    }
    expect(wait('connection')).toBe(1_000)
    expect(wait('host')).toBeGreaterThan(60_000)
  })
})
