import { describe, expect, it } from '@jest/globals'
import { capture } from '../../src/diagnosis/capture.ts'
import type { CaptureSource } from '../../src/domain/capture.ts'
import { factsOf } from '../support/facts.ts'

const taken = (text: string | null, ...name: readonly CaptureSource[]) => capture({ name }, factsOf({ text }))

describe('a captured value', () => {
  it('is the group of its name, without blanks round it and whatever the case of the words', () => {
    expect(taken('The Name Acme Inc. is taken', { pattern: 'the name(?<name>.{1,10} )' })).toEqual({
      name: 'Acme Inc.',
    })
  })

  it('is absent where the text lacks it, holds it empty, or has no text', () => {
    expect(taken('no such', { pattern: 'the name (?<name>.{1,9})' })).toStrictEqual({})
    expect(taken('the name  ', { pattern: 'the name(?<name>.{0,9})' })).toStrictEqual({})
    expect(taken(null, { pattern: '(?<name>.{0,99})' })).toStrictEqual({})
    expect(taken('the name Acme', { pattern: 'the name' })).toStrictEqual({})
    expect(taken('the name ‘Acme’', { pattern: "the name '" })).toStrictEqual({})
    expect(taken('a', { pattern: 'a|(?<name>b)' })).toStrictEqual({})
  })

  it('keeps its typographic quotes, also where the words round it have some', () => {
    expect(taken('Can’t find L’Été', { pattern: "can't find (?<name>.{1,9})" })).toEqual({ name: 'L’Été' })
    expect(taken('Can’t find', { pattern: 'find (?<name>.{1,9})' })).toStrictEqual({})
  })

  it('is its digits alone where only they matter', () => {
    const digits: CaptureSource = { pattern: 'max:(?<name>.{1,9})', as: 'digits' }
    expect(taken('Max: 4,000 a', digits)).toEqual({ name: '4000' })
    expect(taken('Max: many', digits)).toStrictEqual({})
  })

  it('may be a fact as it is', () => {
    const name = [{ fact: 'httpStatus' }] as const
    expect(capture({ name }, factsOf({ httpStatus: 429 }))).toEqual({ name: '429' })
    expect(capture({ name }, factsOf())).toStrictEqual({})
  })

  it('comes from the first source that has it', () => {
    const sources = [{ pattern: 'name=(?<name>\\w{1,9})' }, { pattern: 'for (?<name>\\w{1,9})' }]
    expect(taken('for Acme', ...sources)).toEqual({ name: 'Acme' })
    expect(taken('for Acme name=Zoe', ...sources)).toEqual({ name: 'Zoe' })
  })
})
