import { describe, expect, it } from '@jest/globals'
import { createDiagnose } from '../../src/diagnosis/diagnose.ts'
import type { Condition } from '../../src/domain/condition.ts'
import type { Rule } from '../../src/domain/rule.ts'
import { catalog, readFaults } from '../support/catalog.ts'

const diagnose = createDiagnose({ readFaults, rules: catalog.rules, retryRules: catalog.retryRules })

const TAKEN =
  'Duplicate Document Number Error: Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188'

/** A rule that says one phrase. */
function rule(slug: string, number: number, conditions: Condition, rank = 0): Rule {
  const [first] = catalog.rules
  if (first === undefined) throw new Error('the catalog is empty')
  return { item: { ...first.item, slug, number, codes: [], captures: {} }, conditions, rank }
}

const says = (value: string): Condition => ({ fact: 'text', operator: 'says', value })

describe('a diagnosis', () => {
  it('names the item, what it took from the text, and where the words stand that decided', async () => {
    const { why, faults, ...diagnosis } = await diagnose({ error: TAKEN, recordType: 'invoice' })
    expect(diagnosis).toEqual({
      item: { number: 4, slug: 'duplicate-document-number' },
      captures: { docNumber: '1781', txnType: 'Invoice', txnId: '3188' },
      retry: 'user_fix',
      certainty: 'exact',
      nearMisses: [],
      conflicts: [],
      actions: ['resync', 'skip'],
    })
    const [reason] = why
    expect(faults[0]?.text.slice(reason?.start ?? 0, reason?.end ?? 0)).toBe(
      'You must specify a different number',
    )
  })

  it('follows the text where the code disagrees, and says so', async () => {
    const { item, conflicts } = await diagnose({ error: { Message: 'x', Detail: TAKEN, code: '6210' } })
    expect(item?.number).toBe(4)
    expect(conflicts).toEqual([{ fact: 'code', expected: ['6140'], found: '6210' }])
  })

  it('tells when the record type is not one that the item occurs on', async () => {
    const { conflicts } = await diagnose({ error: TAKEN, recordType: 'client' })
    expect(conflicts.map(({ fact }) => fact)).toEqual(['recordType'])
  })

  it('is inferred where the record type had to decide between twins, and unrecognized without it', async () => {
    const error = 'Invalid account type used'
    expect(await diagnose({ error, recordType: 'expense' })).toMatchObject({
      item: { number: 7 },
      certainty: 'inferred',
    })
    expect(await diagnose({ error, recordType: 'service' })).toMatchObject({
      item: { number: 9 },
      certainty: 'inferred',
    })
    const open = await diagnose({ error })
    expect(open).toMatchObject({ item: null, certainty: null, captures: {} })
    expect(open.nearMisses.map((miss) => miss.item.number)).toEqual([7, 9])
  })

  it('takes the first fault that has an item, and lists the others', async () => {
    const Error = [
      { Message: 'Required param missing', code: '2020' },
      { Message: 'Duplicate Name Exists Error', code: '6240' },
      { Message: TAKEN, code: '6140' },
    ]
    const { item, faults, why } = await diagnose({ error: { Fault: { Error } } })
    expect(item?.slug).toBe('duplicate-name')
    expect(why[0]?.fault).toBe(1)
    expect(faults.map((fault) => fault.item)).toEqual([null, 'duplicate-name', 'duplicate-document-number'])
  })

  it('of a payment method calls for a setting, not for a user', async () => {
    const error = 'Duplicate Name Exists Error: The name supplied already exists. : null'
    expect((await diagnose({ error })).retry).toBe('user_fix')
    expect((await diagnose({ error, entity: 'PaymentMethod' })).retry).toBe('config_fix')
  })

  it('offers delete for services only', async () => {
    const error = 'Please specify the income account'
    expect((await diagnose({ error })).actions).toContain('delete')
    expect((await diagnose({ error, recordType: 'service' })).actions).toContain('delete')
    expect((await diagnose({ error, recordType: 'invoice' })).actions).not.toContain('delete')
    expect((await diagnose({ error: 'no idea', recordType: 'service' })).actions).toEqual([
      'resync',
      'skip',
      'delete',
    ])
    expect((await diagnose({ error: 'no idea' })).actions).toEqual(['resync', 'skip'])
  })

  it('keeps the apostrophe of a name as it was written', async () => {
    const error = 'Can’t find an exact match for *L’Été & O’Brien* in your QuickBooks account'
    expect((await diagnose({ error })).captures).toEqual({ accountName: 'L’Été & O’Brien' })
  })

  it('tells the HTTP status of the failure with each fault that has none of its own', async () => {
    expect((await diagnose({ error: TAKEN, httpStatus: 400 })).faults[0]?.httpStatus).toBe(400)
  })
})

describe('an unrecognized failure', () => {
  it.each([
    [{ error: 'message=ThrottleExceeded; errorCode=003001; statusCode=429' }, 'transient'],
    [{ error: 'You can only add or edit one name at a time. Please try again.' }, 'transient'],
    [{ error: '', httpStatus: 429 }, 'transient'],
    [{ error: { error: 'invalid_grant' } }, 'reauthorize'],
    [{ error: 'message=AuthenticationFailed; errorCode=003200; statusCode=401' }, 'reauthorize'],
    [{ error: 'socket hang up' }, 'unknown_outcome'],
    [{ error: 'timeout of 30000ms exceeded' }, 'unknown_outcome'],
    [{ error: '<html><h1>502 Bad Gateway</h1></html>', httpStatus: 502 }, 'unknown_outcome'],
    [{ error: 'the printer is out of paper' }, null],
  ])('%j has the retry class %s', async (failure, retry) => {
    expect(await diagnose(failure)).toMatchObject({ item: null, captures: {}, why: [], conflicts: [], retry })
  })

  it('without any text has one all the same, by its context', async () => {
    const conditions: Condition = {
      all: [
        { fact: 'text', operator: 'equal', value: '' },
        { fact: 'httpStatus', operator: 'equal', value: 503 },
      ],
    }
    const asked = createDiagnose({ readFaults, rules: [], retryRules: [{ retry: 'transient', conditions }] })
    expect(await asked({ error: ' ', httpStatus: 503 })).toMatchObject({ faults: [], retry: 'transient' })
    expect(await asked({ error: ' ' })).toMatchObject({ faults: [], retry: null })
  })
})

describe('two rules that match one fault', () => {
  it('are a visible tie, and no item is guessed', async () => {
    const rules = [
      rule('one', 1, { any: [says('paper jam')] }),
      rule('two', 2, { any: [says('jam in tray')] }),
    ]
    const diagnosis = await createDiagnose({ readFaults, rules, retryRules: [] })({
      error: 'paper jam in tray',
    })
    expect(diagnosis).toMatchObject({
      item: null,
      captures: {},
      why: [],
      conflicts: [{ fact: 'item', expected: ['one', 'two'], found: null }],
    })
  })

  it('are decided by a declared rank', async () => {
    const rules = [
      rule('one', 1, { any: [says('paper jam')] }),
      rule('two', 2, { any: [says('jam in tray')] }, 1),
    ]
    const diagnosis = await createDiagnose({ readFaults, rules, retryRules: [] })({
      error: 'paper jam in tray',
    })
    expect(diagnosis).toMatchObject({ item: { slug: 'two' }, conflicts: [] })
  })
})

describe('many diagnoses at once', () => {
  it('do not disturb each other', async () => {
    const errors = catalog.rules.map(({ item }) => item.message)
    const many = Array.from({ length: 50 }, () => errors).flat()
    const found = await Promise.all(many.map((error) => diagnose({ error })))
    expect(found.map(({ item }) => item?.number)).toEqual(many.map((error) => errors.indexOf(error) + 1))
  })
})
