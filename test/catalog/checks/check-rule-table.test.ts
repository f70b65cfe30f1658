import { describe, expect, it } from '@jest/globals'
import { checkRuleTable } from '../../../src/catalog/checks/check-rule-table.ts'
import type { ErrorItem } from '../../../src/domain/error-item.ts'
import { NAME, parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const told = (item: Partial<ErrorItem>) => checkRuleTable(parsedOf({ ruleFiles: [ruleFile({ item })] }))
const fault = (reason: string) => ({ file: `rules/${NAME}.json`, name: NAME, reason })

describe('a row of the table', () => {
  it('may occur on more record types than published', () => {
    expect(told({ published: ['invoice'], occursOn: ['invoice', 'client'] })).toEqual([])
  })

  it('occurs on each record type that it is published for', () => {
    expect(told({ published: ['invoice', 'client', 'refund'], occursOn: ['client'] })).toEqual([
      fault('published for invoice, but occursOn lacks it'),
      fault('published for refund, but occursOn lacks it'),
    ])
  })

  it('offers delete only where a service can occur', () => {
    const actions = ['resync', 'delete'] as const
    expect(told({ occursOn: ['invoice', 'service'], actions })).toEqual([])
    expect(told({ occursOn: ['invoice', 'client'], actions: ['resync'] })).toEqual([])
    expect(told({ occursOn: ['invoice', 'client'], actions })).toEqual([
      fault('offers delete, which exists for services only'),
    ])
  })

  it('needs only facts that somebody can read', () => {
    expect(told({ evidence: ['number-holder', 'closing-date'] })).toEqual([])
    const evidence = ['number-holder', 'weather'] as unknown as ErrorItem['evidence']
    expect(told({ evidence })).toEqual([fault('needs evidence of an unknown kind: weather')])
  })
})
