import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Tally, Value } from '../../src/storage/collection.ts'
import type { Backend } from './backend.ts'
import { newCollections, type Sample, type SampleField } from './samples.ts'

const amount = fc.constantFrom(0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 10 ** 13, null, undefined)
const status = fc.constantFrom<(Value | undefined)[]>('open', 'done', 'done\0', 2, null, undefined)
const rows = fc.array(fc.record({ amount, status }), { maxLength: 12 })

/** Counts and sums. */
export function describeTallies(backend: Backend): void {
  describe('a tally', () => {
    const newCollection = newCollections(backend)

    it('counts and sums each group', async () => {
      const collection = await newCollection()
      let runs = 0
      await fc.assert(
        fc.asyncProperty(rows, async (rows) => {
          const firm = `firm ${(runs += 1)}`
          const docs: readonly Sample[] = rows.map(({ amount, status }, at) => ({
            id: `${firm}:${at}`,
            firm,
            amount,
            state: { is: status },
          }))
          await Promise.all(docs.map((doc) => collection.insert(doc)))
          const query = { index: 'sums', equals: { firm }, sum: 'amount' } as const
          expect(byStatus(await collection.tally({ ...query, by: ['status'] }))).toEqual(grouped(docs))
          const open = docs.filter(({ state }) => state?.is === 'open')
          const whole = await collection.tally({ ...query, equals: { firm, status: 'open' }, by: [] })
          expect(whole).toEqual(open.length === 0 ? [] : [{ by: {}, count: open.length, sum: sumOf(open) }])
        }),
        { numRuns: 30 },
      )
    })

    it('groups by several fields, and counts without a sum', async () => {
      const collection = await newCollection()
      for (const [id, is] of ['open', 'done', 'open'].entries()) {
        await collection.insert({ id: String(id), firm: 'f', state: { is }, amount: 5 })
      }
      const tallies = await collection.tally({ index: 'sums', by: ['firm', 'status'] })
      expect(byStatus(tallies)).toEqual([
        { by: { firm: 'f', status: 'done' }, count: 1, sum: 0 },
        { by: { firm: 'f', status: 'open' }, count: 2, sum: 0 },
      ])
    })

    it('is exact to the last unit, or rejects', async () => {
      const collection = await newCollection()
      const sum = () =>
        collection.tally({ index: 'sums', equals: { firm: 'f' }, by: ['firm'], sum: 'amount' })
      await collection.insert({ id: 'a', firm: 'f', amount: Number.MAX_SAFE_INTEGER })
      await collection.insert({ id: 'b', firm: 'f', amount: Number.MAX_SAFE_INTEGER })
      await collection.insert({ id: 'c', firm: 'f', amount: 1 })
      await expect(sum()).rejects.toThrow('not exact')
      await collection.insert({ id: 'd', firm: 'f', amount: -Number.MAX_SAFE_INTEGER })
      await expect(sum()).rejects.toThrow('not exact')
      await collection.insert({ id: 'e', firm: 'f', amount: -2 })
      expect(await sum()).toEqual([{ by: { firm: 'f' }, count: 5, sum: Number.MAX_SAFE_INTEGER - 1 }])
    })
  })
}

function byStatus(tallies: readonly Tally<SampleField>[]): readonly Tally<SampleField>[] {
  return tallies.toSorted((one, other) => keyOf(one.by.status).localeCompare(keyOf(other.by.status)))
}

function grouped(docs: readonly Sample[]): readonly unknown[] {
  const keys = [...new Set(docs.map(({ state }) => state?.is ?? null))]
  return keys
    .toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)))
    .map((status) => {
      const group = docs.filter(({ state }) => (state?.is ?? null) === status)
      return { by: { status }, count: group.length, sum: sumOf(group) }
    })
}

function keyOf(value: Value): string {
  return JSON.stringify(value)
}

function sumOf(docs: readonly Sample[]): number {
  return docs.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}
