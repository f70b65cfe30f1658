import { describe, expect, it } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkSync } from 'recheck'
import { comparisonsOf } from '../../src/domain/comparisons-of.ts'
import type { Rule } from '../../src/domain/rule.ts'
import { root } from '../../src/root.ts'
import { catalog } from '../support/catalog.ts'
import { faultsOf } from '../support/catalog-copy.ts'

interface PublishedRow {
  readonly number: number
  readonly message: string
  readonly issueType: string
  readonly description: string
  readonly resolution: string
}

interface Cases {
  readonly matches: readonly { readonly name: string }[]
  readonly nearMisses: readonly { readonly name: string }[]
}

async function json<T>(...file: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(path.join(root, ...file), 'utf8')) as T
}

const names = (await readdir(path.join(root, 'test', 'cases')))
  .filter((file) => /^\d/u.test(file))
  .map((file) => path.basename(file, '.json'))

/** The table of the help page, word for word. */
const publishedTable = await json<readonly PublishedRow[]>('test', 'catalog', 'published-table.json')

describe('the shipped catalog', () => {
  it('has no fault', async () => {
    expect(await faultsOf(root)).toEqual([])
  })

  it('holds the published table, in its order', () => {
    const rows = catalog.rules.slice(0, publishedTable.length)
    expect(rows.map(({ item }) => item.number)).toEqual(publishedTable.map(({ number }) => number))
  })

  it('has cases for every rule', () => {
    expect(names).toHaveLength(catalog.rules.length)
  })
})

describe.each(names)('the cases of %s', (name) => {
  it('are at least six matches and six near misses, no two of one name', async () => {
    const { matches, nearMisses } = await json<Cases>('test', 'cases', `${name}.json`)
    expect(matches.length).toBeGreaterThanOrEqual(6)
    expect(nearMisses.length).toBeGreaterThanOrEqual(6)
    const all = [...matches, ...nearMisses].map((one) => one.name)
    expect(all).toEqual([...new Set(all)])
  })
})

describe.each(publishedTable)('row $number of the published table', ({ number, message, ...source }) => {
  const item = catalog.rules.find((rule) => rule.item.number === number)?.item

  it('is the message of the rule, word for word', () => {
    expect(item?.message).toBe(message)
  })

  it('is kept with its issue type, description and resolution, right or wrong', () => {
    expect(item?.source).toEqual(source)
  })
})

function patternsOf({ conditions, item }: Rule): readonly string[] {
  const refining = [...comparisonsOf(conditions)].flatMap(({ comparison }) =>
    comparison.operator === 'matches' ? [String(comparison.value)] : [],
  )
  const capturing = Object.values(item.captures)
    .flat()
    .flatMap((source) => ('pattern' in source ? [source.pattern] : []))
  return [...refining, ...capturing]
}

// recheck would otherwise start a Java machine or a binary of its own.
process.env.RECHECK_SYNC_BACKEND = 'pure'

/**
 * A text of 4,000 characters, the longest that rules are asked about, that keeps the pattern busy for ten million
 * steps. Counted in steps: by the clock, a slow machine would be an attack. What recheck cannot decide passes.
 */
function slowingText(pattern: string): string | undefined {
  const judged = checkSync(pattern, 'iu', {
    maxAttackStringSize: 4_000,
    attackLimit: 10_000_000,
    attackTimeout: null,
    timeout: 5_000,
  })
  return judged.status === 'vulnerable' ? judged.attack.string : undefined
}

describe('a pattern of the rules', () => {
  const patterns = [...new Set(catalog.rules.flatMap(patternsOf))]

  it.each(patterns)('cannot be made slow by any text: %s', (pattern) => {
    expect(slowingText(pattern)).toBeUndefined()
  })
})

describe('the search for texts that make a pattern slow', () => {
  it.each(['(?:a+)+$', '(?:a|a){1,40}b', 'a.*a.*x'])('finds one for %s', (pattern) => {
    expect(slowingText(pattern)).toMatch(/a{9}/u)
  })
})
