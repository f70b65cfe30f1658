import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createDiagnose } from '../../src/diagnosis/diagnose.ts'
import { matches, textOf } from '../support/cases.ts'
import { catalog, readFaults } from '../support/catalog.ts'
import { shapes } from '../support/shapes.ts'

const diagnose = createDiagnose({ readFaults, rules: catalog.rules, retryRules: catalog.retryRules })
/** Fixed, so that a change is judged by the same samples each time; another one explores. */
const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_124)
const match = fc.constantFrom(...matches)

/** Up to three shapes, one in another, of which at most two escape. */
const wrappings = fc
  .array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 3 })
  .filter((list) => list.filter(({ escapes }) => escapes).length <= 2)

/** Lines that stand beside a failure in a log and have nothing to do with it. */
const foreign = fc.constantFrom(
  '2026-03-02T09:40:59Z INFO job 17 started',
  '2026-03-02 09:41:01,004 DEBUG pool: 3 connections idle',
  'Mar  2 09:41:00 web1 nginx[99]: 10.0.0.7 - - "GET /health HTTP/1.1" 200 12',
  '10.0.0.7 - - [02/Mar/2026:09:41:00 +0000] "POST /v1/sync HTTP/1.1" 502 157 "-" "curl/8"',
  'I, [2026-03-02T09:41:00.000001 #42]  INFO -- : Performed PushJob in 120ms',
  '{"level":30,"time":1772444460000,"msg":"request completed","req":{"method":"GET","url":"/"}}',
  '[WARN] disk 81% full',
  'ERROR Stripe: card_declined, your card was declined',
  'level=info ts=2026-03-02T09:41:00Z caller=main.go:10 msg="listening"',
  'WARNING smtp: 550 mailbox unavailable',
)

const found = async (error: string, failure: object) => {
  const { item, captures } = await diagnose({ ...failure, error })
  return { slug: item?.slug ?? null, captures }
}

describe('a failure that is recognised', () => {
  it('keeps its item inside up to three shapes', async () => {
    await fc.assert(
      fc.asyncProperty(match, wrappings, async ({ failure, slug }, list) => {
        const wrapped = list.reduce((text, shape) => shape.wrap(text), textOf(failure))
        expect([wrapped, (await found(wrapped, failure)).slug]).toEqual([wrapped, slug])
      }),
      { numRuns: 1_500, seed },
    )
  })

  it('has its item or none when it is cut at either end', async () => {
    const known = matches.filter(({ failure, slug }) => {
      const occursOn = catalog.rules.find(({ item }) => item.slug === slug)?.item.occursOn ?? []
      return failure.recordType === undefined || occursOn.includes(failure.recordType)
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...known),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async ({ failure, slug }, share, atEnd) => {
          const text = textOf(failure)
          const at = Math.floor(share * text.length)
          const cut = atEnd ? text.slice(0, at) : text.slice(at)
          const result = (await found(cut, failure)).slug
          expect([cut, result ?? slug]).toEqual([cut, slug])
        },
      ),
      { numRuns: 3_000, seed },
    )
  })

  it('is not changed by lines of a log before and after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        match,
        fc.array(foreign, { maxLength: 2 }),
        fc.array(foreign, { maxLength: 2 }),
        async ({ failure }, before, after) => {
          const text = textOf(failure)
          const among = [...before, text, ...after].join('\n')
          expect([among, await found(among, failure)]).toEqual([among, await found(text, failure)])
        },
      ),
      { numRuns: 1_000, seed },
    )
  })
})

describe('the canonical text of a fault', () => {
  it('reads as the same message and detail again, and as the same code if it holds one', () => {
    for (const { failure } of matches) {
      for (const { text, message, detail, code } of readFaults(failure.error)) {
        // A detail alone, told by name, cannot be told from a message once the name is gone.
        if (message === null) continue
        const [again, ...others] = readFaults(text)
        expect(others).toEqual([])
        expect(again).toMatchObject({ text, message, detail })
        if (again?.code !== null) expect(again?.code).toBe(code)
      }
    }
  })
})
