import { describe, expect, it } from '@jest/globals'
import { conflicts } from '../../src/diagnosis/conflicts.ts'
import { ruleFile } from '../support/catalog-parts.ts'
import { factsOf } from '../support/facts.ts'

const { item } = ruleFile({ item: { codes: ['5010', '5011'], occursOn: ['invoice', 'client'] } }).rule

describe('what speaks against an item', () => {
  it('is nothing where nothing is known, or all fits', () => {
    expect(conflicts(item, factsOf())).toEqual([])
    expect(conflicts(item, factsOf({ code: '5011', recordType: 'client' }))).toEqual([])
  })

  it('is another code, and a record type it does not occur on', () => {
    expect(conflicts(item, factsOf({ code: '6000', recordType: 'refund' }))).toEqual([
      { fact: 'code', expected: ['5010', '5011'], found: '6000' },
      { fact: 'recordType', expected: ['invoice', 'client'], found: 'refund' },
    ])
  })

  it('is no code where the item has none', () => {
    expect(conflicts({ ...item, codes: [] }, factsOf({ code: '6000' }))).toEqual([])
  })
})
