import { describe, expect, it } from '@jest/globals'
import { checkMessages } from '../../../src/catalog/checks/check-messages.ts'
import { NAME, parsedOf, ruleFile } from '../../support/catalog-parts.ts'
import { behaviour } from '../../support/behaviour.ts'

const parsed = parsedOf({ ruleFiles: [ruleFile({ item: { occursOn: ['client', 'refund'] } })] })
const fault = (found: string, recordType: string) => ({
  file: `rules/${NAME}.json`,
  name: NAME,
  reason: `its own message is diagnosed as ${found} for ${recordType}`,
})

describe('the message of a rule', () => {
  it('is asked for without a record type and for each it occurs on', async () => {
    const asked: unknown[] = []
    const diagnosing = behaviour((failure) => {
      asked.push(failure)
      return { item: { number: 11, slug: 'stale-object' } }
    })
    expect(await checkMessages(parsed, diagnosing)).toEqual([])
    const error = 'Stale Object Error'
    expect(asked).toEqual([
      { error, recordType: undefined },
      { error, recordType: 'client' },
      { error, recordType: 'refund' },
    ])
  })

  it('is told where it is not recognised', async () => {
    const diagnosing = behaviour(({ recordType }) => ({
      item: recordType === 'client' ? { number: 11, slug: 'stale-object' } : null,
    }))
    expect(await checkMessages(parsed, diagnosing)).toEqual([
      fault('unrecognized', 'no record type'),
      fault('unrecognized', 'refund'),
    ])
  })

  it('is told where it is another item, or a tie', async () => {
    const diagnosing = behaviour(({ recordType }) =>
      recordType === undefined
        ? { item: { number: 8, slug: 'account-missing' } }
        : {
            item: null,
            conflicts: [
              { fact: 'code', expected: ['1'], found: '2' },
              { fact: 'item', expected: ['stale-object', 'account-missing'], found: null },
            ],
          },
    )
    const tie = 'a tie of stale-object and account-missing'
    expect(await checkMessages(parsed, diagnosing)).toEqual([
      fault('account-missing', 'no record type'),
      fault(tie, 'client'),
      fault(tie, 'refund'),
    ])
  })
})
