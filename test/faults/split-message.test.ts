import { describe, expect, it } from '@jest/globals'
import { joinMessage, splitMessage } from '../../src/faults/split-message.ts'

const split = (text: string, message: string | null, detail: string | null) => ({ text, message, detail })

describe('a text of message and detail', () => {
  it.each([
    ['Invalid Number: a', split('Invalid Number: a', 'Invalid Number', 'a')],
    ['Invalid Number : a: b', split('Invalid Number : a: b', 'Invalid Number', 'a: b')],
    ['Invalid Number - a', split('Invalid Number - a', 'Invalid Number', 'a')],
    ['Invalid Number – a', split('Invalid Number – a', 'Invalid Number', 'a')],
    ['Invalid Number — a', split('Invalid Number — a', 'Invalid Number', 'a')],
    ['Invalid Number: Invalid Number : a', split('Invalid Number : a', 'Invalid Number', 'a')],
    ['invalid number: Invalid Number - a', split('Invalid Number - a', 'Invalid Number', 'a')],
    ['A: A: A: b', split('A: b', 'A', 'b')],
    ['A: A', split('A', 'A', null)],
    ['A: B', split('A: B', 'A', 'B')],
    ['A: AB', split('A: AB', 'A', 'AB')],
    ['A: A b', split('A: A b', 'A', 'A b')],
    ['Invalid Number: ', split('Invalid Number: ', 'Invalid Number', null)],
    ['Invalid:Number', split('Invalid:Number', 'Invalid:Number', null)],
    ['well-known', split('well-known', 'well-known', null)],
    [': a', split(': a', ': a', null)],
    ['', split('', null, null)],
  ])('is split at its first separator: %j', (text, parts) => {
    expect(splitMessage(text)).toEqual(parts)
  })
})

describe('a message and a detail', () => {
  it.each([
    ['Invalid Number', 'a', split('Invalid Number : a', 'Invalid Number', 'a')],
    ['Invalid Number', 'Invalid Number : a', split('Invalid Number : a', 'Invalid Number', 'a')],
    ['Invalid Number', 'INVALID NUMBER', split('INVALID NUMBER', 'INVALID NUMBER', null)],
    [
      'Invalid Number',
      'Another word : a',
      split('Invalid Number : Another word : a', 'Invalid Number', 'Another word : a'),
    ],
    ['', 'a: b', split('a: b', null, 'a: b')],
    ['A: b', '', split('A: b', 'A', 'b')],
    ['', '', split('', null, null)],
  ])('stand on one line: %j, %j', (message, detail, parts) => {
    expect(joinMessage(message, detail)).toEqual(parts)
  })

  it('keep what stood between them', () => {
    expect(joinMessage('A', 'b', ' - ').text).toBe('A - b')
  })
})
