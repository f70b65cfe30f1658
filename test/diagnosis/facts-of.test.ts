import { describe, expect, it } from '@jest/globals'
import { factsOf } from '../../src/diagnosis/facts-of.ts'
import { readFaults } from '../support/catalog.ts'

const [fault] = readFaults({
  Fault: {
    Error: [{ Message: 'Invalid Number', Detail: 'a', code: '2090', element: 'Qty' }],
    type: 'SERVICE',
  },
})

describe('the facts of a fault', () => {
  it('are what it says and what its reporter knows', () => {
    if (fault === undefined) throw new Error('no fault was read')
    const said = {
      text: 'Invalid Number : a',
      message: 'Invalid Number',
      detail: 'a',
      code: '2090',
      element: 'Qty',
      faultType: 'SERVICE',
    }
    const context = { recordType: 'invoice', entity: 'Invoice', operation: 'create' } as const
    expect(factsOf(fault, { error: '', httpStatus: 400, ...context })).toEqual({
      ...said,
      httpStatus: 400,
      ...context,
    })
    expect(factsOf({ ...fault, httpStatus: 500 }, { error: '', httpStatus: 400 })).toEqual({
      ...said,
      httpStatus: 500,
      recordType: null,
      entity: null,
      operation: null,
    })
  })
})
