import { describe, expect, it } from '@jest/globals'
import { createPerformOnce } from '../../src/idempotency/once.ts'
import { type Answer, keptAnswerDesign, type KeptAnswers } from '../../src/idempotency/kept-answer.ts'
import { stoppedClock } from '../support/clock.ts'
import { everyInterleaving, gated } from '../support/interleavings.ts'
import { temporaryStorage } from '../support/temporary-storage.ts'

const { now, pass } = stoppedClock()
const keptAnswers: KeptAnswers = await (await temporaryStorage()).collection(keptAnswerDesign)
const performOnce = createPerformOnce({ keptAnswers, now })

const answer: Answer = { status: 201, headers: { ETag: '"1.en"' }, body: '{"a":1}' }
const other: Answer = { status: 200, headers: {}, body: '{"b":2}' }

/** Work under this id that counts how often it is performed. */
function workOf(
  id: string,
  { fingerprint = 'f', replies = answer }: { fingerprint?: string; replies?: Answer } = {},
) {
  const done = { times: 0 }
  const perform = async (): Promise<Answer | undefined> => {
    done.times += 1
    return replies
  }
  return { done, work: { id, firmId: 'acme', fingerprint, perform } }
}

/** Work that is under way until it is let go. */
function slowWorkOf(id: string) {
  let finish: (reply: Answer | undefined) => void = () => undefined
  const waiting = new Promise<Answer | undefined>((resolve) => (finish = resolve))
  return { work: { id, firmId: 'acme', fingerprint: 'f', perform: () => waiting }, finish }
}

const KEPT = 72 * 60 * 60 * 1000

describe('a request with a key', () => {
  it('is performed once, and repetitions get its answer', async () => {
    const { work, done } = workOf('replayed')
    expect(await performOnce(work)).toEqual({ outcome: 'performed', answer })
    expect(await performOnce(work)).toEqual({ outcome: 'replayed', answer })
    pass(KEPT - 1)
    expect(await performOnce(work)).toEqual({ outcome: 'replayed', answer })
    expect(done.times).toBe(1)
  })

  it('is performed anew once nobody repeats it any more, whatever it is', async () => {
    await performOnce(workOf('expired').work)
    pass(KEPT)
    const { work, done } = workOf('expired', { fingerprint: 'another', replies: other })
    expect(await performOnce(work)).toEqual({ outcome: 'performed', answer: other })
    expect(await performOnce(work)).toEqual({ outcome: 'replayed', answer: other })
    expect(done.times).toBe(1)
  })

  it('is no other request under the same key', async () => {
    await performOnce(workOf('taken').work)
    const { work, done } = workOf('taken', { fingerprint: 'another' })
    expect(await performOnce(work)).toEqual({ outcome: 'other-request' })
    expect(done.times).toBe(0)
  })

  it('is no other request while it is at work, either', async () => {
    const { work, finish } = slowWorkOf('busy')
    const first = performOnce(work)
    expect(await performOnce(workOf('busy', { fingerprint: 'another' }).work)).toEqual({
      outcome: 'other-request',
    })
    finish(answer)
    expect(await first).toEqual({ outcome: 'performed', answer })
  })

  it('may be tried again if it was refused', async () => {
    const refused = { ...workOf('refused').work, perform: () => Promise.resolve(undefined) }
    expect(await performOnce(refused)).toEqual({ outcome: 'refused' })
    expect(await performOnce(workOf('refused', { fingerprint: 'another' }).work)).toEqual({
      outcome: 'performed',
      answer,
    })
  })

  it('frees its key if it throws, and what it threw is told', async () => {
    const bug = new Error('a bug')
    const broken = { ...workOf('broken').work, perform: () => Promise.reject(bug) }
    await expect(performOnce(broken)).rejects.toBe(bug)
    expect(await keptAnswers.get('broken')).toBeUndefined()
    expect(await performOnce(workOf('broken').work)).toEqual({ outcome: 'performed', answer })
  })
})

describe('a request that is still at work', () => {
  it('is not performed a second time for 30 seconds', async () => {
    const { work, finish } = slowWorkOf('slow')
    const first = performOnce(work)
    const again = workOf('slow')
    expect(await performOnce(again.work)).toEqual({ outcome: 'in-flight' })
    pass(29_999)
    expect(await performOnce(again.work)).toEqual({ outcome: 'in-flight' })
    expect(again.done.times).toBe(0)
    finish(answer)
    expect(await first).toEqual({ outcome: 'performed', answer })
  })

  it('is taken over after that, and the answer of whoever took it over stands', async () => {
    const { work, finish } = slowWorkOf('cut')
    const first = performOnce(work)
    pass(30_000)
    expect(await performOnce(workOf('cut', { replies: other }).work)).toEqual({
      outcome: 'performed',
      answer: other,
    })
    finish(answer)
    expect(await first).toEqual({ outcome: 'performed', answer })
    expect(await performOnce(workOf('cut').work)).toEqual({ outcome: 'replayed', answer: other })
  })

  it.each([
    ['is refused', undefined],
    ['throws', new Error('late')],
  ])('and %s after it was taken over leaves the other alone', async (_name, ends) => {
    const id = String(ends)
    let finish: () => void = () => undefined
    const waiting = new Promise<void>((resolve) => (finish = resolve))
    const perform = async () => {
      await waiting
      if (ends !== undefined) throw ends
      return undefined
    }
    const first = performOnce({ ...workOf(id).work, perform }).catch(() => 'thrown')
    pass(30_000)
    const second = slowWorkOf(id)
    const taken = performOnce(second.work)
    finish()
    await first
    expect(await performOnce(workOf(id).work)).toEqual({ outcome: 'in-flight' })
    second.finish(other)
    expect(await taken).toEqual({ outcome: 'performed', answer: other })
    expect(await performOnce(workOf(id).work)).toEqual({ outcome: 'replayed', answer: other })
  })
})

describe('requests with one key at once', () => {
  it('are performed once', async () => {
    const { work, done } = workOf('many')
    const all = await Promise.all(Array.from({ length: 50 }, () => performOnce(work)))
    expect(done.times).toBe(1)
    expect(all.filter(({ outcome }) => outcome === 'performed')).toHaveLength(1)
  })

  it('are performed once in every interleaving, also where the one before was cut short', async () => {
    for (const name of ['new', 'cut-short']) {
      const count = await everyInterleaving(
        async (run) => {
          const { work, done } = workOf(`${name}${run}`)
          if (name === 'cut-short') {
            const started = now()
            const expiresAt = new Date(started.getTime() + KEPT).toISOString()
            const { id, firmId, fingerprint } = work
            await keptAnswers.insert({
              id,
              firmId,
              fingerprint,
              answer: null,
              startedAt: new Date(started.getTime() - 30_000).toISOString(),
              expiresAt,
            })
          }
          const actors = [1, 2].map(
            () => (gate: Parameters<typeof gated>[1]) =>
              createPerformOnce({ keptAnswers: gated(keptAnswers, gate), now })(work),
          )
          return { actors, about: { done, work } }
        },
        async ({ done, work }) => {
          expect(done.times).toBe(1)
          expect(await performOnce(work)).toEqual({ outcome: 'replayed', answer })
        },
      )
      expect(count).toBeGreaterThan(4)
    }
  })
})
