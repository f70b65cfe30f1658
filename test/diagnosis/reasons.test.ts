import { describe, expect, it } from '@jest/globals'
import { isInferred, reasons } from '../../src/diagnosis/reasons.ts'
import type { FactName } from '../../src/domain/condition.ts'
import { code, failed, held, says } from '../support/judged.ts'

describe('the reasons of a verdict', () => {
  it('are the comparisons that held, as the rule has them', () => {
    expect(reasons(held(says('a')))).toEqual([says('a')])
    expect(reasons(held({ all: [held(says('a')), held(code('1'))] }))).toEqual([says('a'), code('1')])
  })

  it('are none where nothing held, nor for what must be absent', () => {
    expect(reasons(failed(says('a')))).toEqual([])
    expect(reasons(failed({ all: [held(says('a')), failed(says('b'))] }))).toEqual([])
    expect(reasons(held({ all: [held(says('a')), held({ not: says('b') })] }))).toEqual([says('a')])
  })

  it('are those of one way: the first of words alone, or the first', () => {
    const inferred = held({ all: [held(says('a')), held(code('1'))] })
    expect(reasons(held({ any: [failed(says('z')), held(says('a')), held(says('b'))] }))).toEqual([says('a')])
    expect(reasons(held({ any: [inferred, held(says('b')), held(says('c'))] }))).toEqual([says('b')])
    expect(reasons(held({ any: [inferred, held(code('2'))] }))).toEqual([says('a'), code('1')])
  })
})

describe('an answer', () => {
  it.each<FactName>(['recordType', 'entity', 'operation', 'code', 'httpStatus'])(
    'is inferred from %s',
    (fact) => {
      expect(isInferred([says('a'), { fact, operator: 'equal', value: 'x' }])).toBe(true)
    },
  )

  it.each<FactName>(['text', 'message', 'detail', 'element', 'faultType'])('is exact by %s', (fact) => {
    expect(isInferred([{ fact, operator: 'equal', value: 'x' }])).toBe(false)
  })
})
