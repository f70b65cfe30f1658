import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, it } from '@jest/globals'
import { createTables } from '../../src/storage/sqlite/create-tables.ts'
import { pageSql } from '../../src/storage/sqlite/page-sql.ts'
import { tallySql } from '../../src/storage/sqlite/tally-sql.ts'
import { wordSql } from '../../src/storage/sqlite/word-sql.ts'
import { everyQuery } from './every-query.ts'
import { samples } from './samples.ts'

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
  it.each([
    ['of a firm', { firm: 'f' }, 'USING PRIMARY KEY (scope=? AND word>? AND word<?)'],
    ['of all firms', {}, 'USING COVERING INDEX samples_words_word (word>? AND word<?)'],
  ])('are found by a range, %s', (_, equals, range) => {
    const index = 'firm' in equals ? 'recent' : 'everywhere'
    const plan = planOf(pageSql(samples, { index, equals, wordPrefixes: ['x'], limit: 50 }).sql)
    expect(plan).toContain(`SEARCH samples_words ${range}`)
    expect(plan.join('\n')).not.toContain('SCAN')
  })

  it('are forgotten without a search through those of all documents', () => {
    const plan = planOf(wordSql(samples)?.forget ?? '')
    expect(plan[0]).toMatch(/^SEARCH samples_words/u)
    expect(plan.filter((step) => /SCAN (?!json_each)/u.test(step))).toEqual([])
  })
})
