import { describe, expect, it } from '@jest/globals'
import { lacking } from '../../src/diagnosis/lacking.ts'
import { code, failed, held, says } from '../support/judged.ts'

describe('what a condition lacks', () => {
  it('is nothing if it held', () => {
    expect(lacking(held(says('a')))).toEqual([])
    expect(lacking(held({ any: [failed(says('a')), held(says('b'))] }))).toEqual([])
  })

  it('is the comparison that failed, as the rule has it', () => {
    expect(lacking(failed(says('a')))).toEqual([says('a')])
    expect(lacking(failed({ not: says('a') }))).toEqual([says('a')])
  })

  it('is all that failed where all is needed', () => {
    expect(lacking(failed({ all: [failed(says('a')), held(says('b')), failed(code('1'))] }))).toEqual([
      says('a'),
      code('1'),
    ])
  })

  it('is what the shortest way lacks where one is enough; of equal ones the first', () => {
    const long = failed({ all: [failed(says('a')), failed(code('1'))] })
    expect(lacking(failed({ any: [long, failed(says('b')), failed(says('c')), long] }))).toEqual([says('b')])
    expect(lacking(failed({ any: [failed(says('b')), long] }))).toEqual([says('b')])
  })
})
