import { describe, expect, it } from '@jest/globals'
import { checkCases } from '../../../src/catalog/checks/check-cases.ts'
import type { CaseFile } from '../../../src/catalog/parse-catalog.ts'
import type { Diagnosis } from '../../../src/domain/diagnosis.ts'
import { NAME, caseFile, parsedOf } from '../../support/catalog-parts.ts'
import { behaviour } from '../../support/behaviour.ts'

const item = { number: 11, slug: 'stale-object' }
const FOUND: Partial<Diagnosis> = {
  item,
  captures: { user: 'Pat' },
  certainty: 'exact',
  retry: 'transient',
  conflicts: [{ fact: 'code', expected: ['5010'], found: '6000' }],
}
const match = {
  name: 'two people',
  failure: { error: 'stale' },
  captures: { user: 'Pat' },
  certainty: 'exact',
  retry: 'transient',
  conflicts: ['code'],
}
const miss = { name: 'one person', failure: { error: 'reset' } }

/** What is said of cases if each failure is diagnosed so. */
async function told(cases: Partial<CaseFile>, found: Partial<Diagnosis> = FOUND) {
  const faults = await checkCases(
    parsedOf({ caseFiles: [caseFile(cases)] }),
    behaviour(({ error }) =>
      error === 'account' ? { item: { number: 8, slug: 'account-missing' } } : found,
    ),
  )
  for (const { file, name } of faults)
    expect({ file, name }).toEqual({ file: `test/cases/${NAME}.json`, name: NAME })
  return faults.map(({ reason }) => reason)
}

describe('a match', () => {
  it('holds with all that it expects, and may leave out certainty and retry class', async () => {
    const { name, failure, captures, conflicts } = match
    expect(await told({ matches: [match] })).toEqual([])
    expect(await told({ matches: [{ name, failure, captures, conflicts }] })).toEqual([])
  })

  it.each([
    ['captures', { captures: { user: 'Sam' } }, '{"user":"Pat"} instead of {"user":"Sam"}'],
    ['captures', { captures: {} }, '{"user":"Pat"} instead of {}'],
    ['certainty', { certainty: 'inferred' }, '"exact" instead of "inferred"'],
    ['retry', { retry: 'user_fix' }, '"transient" instead of "user_fix"'],
    ['conflicts', { conflicts: undefined }, '["code"] instead of []'],
    ['conflicts', { conflicts: ['code', 'recordType'] }, '["code"] instead of ["code","recordType"]'],
  ])('is told of other %s than it expects', async (what, change, difference) => {
    expect(await told({ matches: [{ ...match, ...change }] })).toEqual([
      `“two people” has ${what} ${difference}`,
    ])
  })

  it('that is another item or none is told of that alone', async () => {
    expect(await told({ matches: [{ ...match, failure: { error: 'account' } }] })).toEqual([
      '“two people” has item "account-missing" instead of "stale-object"',
    ])
    expect(await told({ matches: [match] }, {})).toEqual([
      '“two people” has item null instead of "stale-object"',
    ])
  })
})

describe('a near miss', () => {
  it('is anything but the item, or exactly what it says', async () => {
    const another = { name: 'an account', failure: { error: 'account' } }
    expect(await told({ nearMisses: [miss, { ...miss, name: 'none', item: null }] }, {})).toEqual([])
    expect(
      await told({ nearMisses: [another, { ...another, name: 'it', item: 'account-missing' }] }),
    ).toEqual([])
  })

  it('that matches is told', async () => {
    const reason = '“one person” is recognised as this item, though it only resembles it'
    expect(await told({ nearMisses: [miss] })).toEqual([reason])
    expect(await told({ nearMisses: [{ ...miss, item: null }] })).toEqual([reason])
  })

  it('that is something else than it says is told', async () => {
    expect(await told({ nearMisses: [{ ...miss, item: 'account-missing' }] }, {})).toEqual([
      '“one person” is null instead of account-missing',
    ])
    expect(await told({ nearMisses: [{ ...miss, failure: { error: 'account' }, item: null }] })).toEqual([
      '“one person” is account-missing instead of null',
    ])
  })
})

describe('the name of a case', () => {
  it('is its own; one that several have is told once', async () => {
    expect(
      await told({ matches: [match, match], nearMisses: [{ ...miss, item: null, name: match.name }] }),
    ).toContain('“two people” is the name of two cases')
    const same = await told({ matches: [match, match, match] })
    expect(same).toEqual(['“two people” is the name of two cases'])
    expect(await told({ matches: [match], nearMisses: [{ ...miss, name: match.name }] })).toContain(
      '“two people” is the name of two cases',
    )
  })
})
