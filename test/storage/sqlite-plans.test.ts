import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, it } from '@jest/globals'
import { createTables } from '../../src/storage/sqlite/create-tables.ts'
import { pageSql } from '../../src/storage/sqlite/page-sql.ts'
import { tallySql } from '../../src/storage/sqlite/tally-sql.ts'
import { wordSql } from '../../src/storage/sqlite/word-sql.ts'
import { everyQuery } from './every-query.ts'
import { temporaryStorage } from '../support/temporary-storage.ts'
import { type Sample, type SampleField, samples } from './samples.ts'

const database = new DatabaseSync(':memory:')
createTables(database, samples)
afterAll(() => database.close())

/** What SQLite does for a statement, step by step. */
function planOf(sql: string): readonly string[] {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { readonly detail: string }[]
  return steps.map(({ detail }) => detail)
}

describe.each(everyQuery(samples))('the index $index of SQLite', ({ index, asked, pages, tally }) => {
  const equals = asked.map((field) => `${field}=?`).join(' AND ')

  it.each(pages)('gives a page in its order: %j', (query) => {
    const plan = planOf(pageSql(samples, query).sql)
    expect(plan).toHaveLength(1)
    const bounds = [equals, 'seen>?'].filter((bound) => bound !== '').join(' AND ')
    expect(plan[0]).toMatch(`SEARCH samples USING INDEX samples_${index} (`)
    if (index !== 'sums') expect(plan[0]).toMatch(`(${bounds}`)
  })

  it('gives a tally without a look at a document', () => {
    const { sql } = tallySql(samples, tally)
    expect(planOf(sql)[0]).toMatch(`samples USING INDEX samples_${index}`)
    const program = database.prepare(`EXPLAIN ${sql}`).all() as { readonly p4: string | null }[]
    expect(program.filter(({ p4 }) => p4?.startsWith('json_extract'))).toEqual([])
  })
})

describe('the words of SQLite', () => {
  // What SQLite calls a scan of a virtual table is a look-up of its index, told by the letter or sign behind the colon.
  const isLookup = (step: string) => /^SCAN samples_words VIRTUAL TABLE INDEX \d+:[M=]/u.test(step)

  it.each([
    ['of a firm', { firm: 'f' }],
    ['of all firms', {}],
  ])('are looked up in their index, %s', (_, equals) => {
    const index = 'firm' in equals ? 'recent' : 'everywhere'
    const plan = planOf(pageSql(samples, { index, equals, wordPrefixes: ['x'], limit: 50 }).sql)
    expect(plan.filter(isLookup)).toHaveLength(1)
    expect(plan.filter((step) => step.startsWith('SCAN') && !isLookup(step))).toEqual([])
  })

  it('are forgotten without a search through those of all documents', () => {
    const plan = planOf(wordSql(samples)?.forget ?? '')
    expect(plan.filter(isLookup)).toHaveLength(1)
    expect(plan.filter((step) => step.startsWith('SCAN') && !isLookup(step))).toEqual([])
  })

  it('of a document that takes the place of a removed one are found', async () => {
    const storage = await temporaryStorage()
    const collection = await storage.collection<Sample, SampleField>(samples)
    const found = (word: string) =>
      collection.page({ index: 'recent', equals: { firm: 'f' }, wordPrefixes: [word], limit: 9 })
    for (const id of ['a', 'b']) await collection.insert({ id, firm: 'f', seen: '2026', words: [id] })
    expect(await found('b')).toHaveLength(1)
    await collection.remove('b', 1)
    await collection.insert({ id: 'c', firm: 'f', seen: '2026', words: ['c'] })
    expect([await found('a'), await found('b'), await found('c')]).toMatchObject([
      [{ doc: { id: 'a' } }],
      [],
      [{ doc: { id: 'c' } }],
    ])
  })

  it('of many new documents at once are found as those of few are', async () => {
    const storage = await temporaryStorage()
    const collection = await storage.collection<Sample, SampleField>(samples)
    for (let i = 0; i < 600; i++) {
      await collection.insert({ id: `many-${i}`, firm: 'f', seen: '2026', words: ['one', `only${i}`] })
      if (i % 50 > 0) continue
      for (const word of ['only0', `only${i}`]) {
        const query = { index: 'recent', equals: { firm: 'f' }, wordPrefixes: [word, 'on'], limit: 1 }
        expect(await collection.page(query)).toHaveLength(1)
      }
    }
  })
})
