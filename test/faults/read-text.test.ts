import { describe, expect, it } from '@jest/globals'
import { knownMessages } from '../../src/faults/known-messages.ts'
import { Passage } from '../../src/faults/passage.ts'
import { createReadText } from '../../src/faults/read-text.ts'
import { createPhraseFinder } from '../../src/phrases/phrase-finder.ts'

const read = createReadText(
  createPhraseFinder([...knownMessages, 'must be unique', 'income account', 'Name Exists']),
)
const faults = (text: string) => read(Passage.of(text))
const short = (text: string) => faults(text).map(({ message, detail }) => [message, detail])
const texts = (text: string) => faults(text).map((fault) => fault.text)
const places = (text: string) => faults(text).map(({ start, end }) => text.slice(start, end))

const M = 'Invalid Number'

describe('a known message', () => {
  it.each([
    ['a colon', `${M}: a`, 'a', `${M}: a`],
    ['a colon between blanks', `${M} : a`, 'a', `${M} : a`],
    ['a dash', `${M} - a`, 'a', `${M} - a`],
    ['a long dash', `${M} – a`, 'a', `${M} : a`],
    ['a dot', `${M}. a`, 'a', `${M} : a`],
    ['a line break', `${M}\na`, 'a', `${M} : a`],
    ['quotes', `${M}: "a"`, 'a', `${M}: a`],
    ['nothing', `${M}a`, 'a', `${M} : a`],
  ])('is parted from its detail by %s', (_what, text, detail, line) => {
    expect(faults(text)).toMatchObject([{ message: M, detail, text: line }])
  })

  it('stands behind what loggers put before it, which is not said', () => {
    expect(short(`push of 17 failed, ${M}: a`)).toEqual([[M, 'a']])
    expect(short(`push of 17 failed, ${M}`)).toEqual([[M, null]])
  })

  it('may stand behind its detail, where that is what rules wait for', () => {
    expect(short(`The name must be unique - ${M}`)).toEqual([[M, 'The name must be unique']])
    expect(short(`The name must be unique: ${M}: a`)).toEqual([[M, 'a']])
    expect(short(`${M} : it must be unique - ${M}`)).toEqual([[M, 'it must be unique']])
    expect(short('push failed, Duplicate Name Exists Error')).toEqual([['Duplicate Name Exists Error', null]])
  })

  it('is one of several in a text: the first', () => {
    expect(short(`${M}: Invalid Customer`)).toEqual([[M, 'Invalid Customer']])
    expect(short('Account Period Closed (Cannot Update Through Services API): a')).toEqual([
      ['Account Period Closed (Cannot Update Through Services API)', 'a'],
    ])
  })

  it('in the brackets or quotes of a printer loses them with its detail', () => {
    expect(short(`(${M}: a)`)).toEqual([[M, 'a']])
    expect(short(`{"${M}: a"}`)).toEqual([[M, 'a']])
    expect(short(`"${M}: a" ).`)).toEqual([[M, 'a']])
    expect(short(`${M}: a (b)`)).toEqual([[M, 'a (b)']])
    expect(short(`${M}: a.`)).toEqual([[M, 'a.']])
    expect(short(`${M}: a “`)).toEqual([[M, 'a']])
  })

  it('ends with its string in JSON that was cut at its start', () => {
    expect(short(`e":"${M}: a","code":"1"}`)).toEqual([[M, 'a']])
    expect(short(`e":"${M}: a" , "code":"1"}`)).toEqual([[M, 'a']])
    expect(short(`e\\":\\"${M}: a\\"}]`)).toEqual([[M, 'a']])
  })

  it('is parted by what stands next to it', () => {
    expect(texts(`${M}, a - b`)).toEqual([`${M} : a - b`])
    expect(short(`${M}a b`)).toEqual([[M, 'a b']])
    expect(short(`${M}: a: b, c`)).toEqual([[M, 'a: b, c']])
    expect(short(`the income account ${M} must be unique`)).toEqual([[M, 'must be unique']])
    expect(short(`Invalid Customer ${M}`)).toEqual([['Invalid Customer', M]])
    expect(short(`${M}: (a [b) c]`)).toEqual([[M, '(a [b) c]']])
  })

  it('in a rendering is what its labels leave of it', () => {
    expect(faults(`push: [2090] ${M}: a`)).toMatchObject([{ code: '2090', message: M, detail: 'a' }])
    expect(faults(`Invalid Customer [2090] ${M}: a`)).toMatchObject([
      { code: '2090', message: M, detail: 'a' },
    ])
    expect(faults(`ERROR CODE:2090, ERROR MESSAGE:x, ERROR DETAIL:${M}`)).toMatchObject([
      { code: '2090', message: 'x', detail: M },
    ])
    expect(faults('[2090] An income account: a')).toMatchObject([
      { code: '2090', message: 'An income account', detail: 'a' },
    ])
  })
})

describe('a text of a program', () => {
  it('has its escapes taken off, once or twice', () => {
    expect(short(`${M}: \\"a\\"\\nb`)).toEqual([[M, 'a" b']])
    expect(short(`${M}: \\\\\\"a\\\\\\" b`)).toEqual([[M, 'a" b']])
    expect(short(`${M}: C:\\bin`)).toEqual([[M, 'C:\\bin']])
  })

  it('loses its data before words are looked for', () => {
    expect(texts(`name="${M}" is odd`)).toEqual(['is odd'])
  })
})

describe('the records of a log', () => {
  it('that say something are told, and the others are not', () => {
    expect(texts(`INFO started\nERROR ${M}: a\nINFO idle\nERROR no income account`)).toEqual([
      `${M}: a`,
      'no income account',
    ])
  })

  it('are told up to twenty where none says anything', () => {
    const lines = Array.from({ length: 25 }, (_, i) => `INFO line ${i}`)
    expect(texts(lines.join('\n'))).toEqual(Array.from({ length: 20 }, (_, i) => `line ${i}`))
    expect(texts('')).toEqual([])
  })

  it('begin with the line that says something', () => {
    expect(texts('push failed\n  income account missing\n  for 17')).toEqual([
      'income account missing for 17',
    ])
    expect(texts('push failed\nwith no income account')).toEqual(['push failed with no income account'])
    expect(texts('no income account\nfor 17')).toEqual(['no income account for 17'])
    expect(texts('push failed\nfor 17')).toEqual(['push failed for 17'])
  })

  it('are told with their places', () => {
    expect(places(`INFO started\nERROR ${M}: a \nINFO idle`)).toEqual([`${M}: a`])
    expect(places(`push failed\n  ${M}: a`)).toEqual([`${M}: a`])
  })
})

describe('a record that is too long', () => {
  const filler = (length: number) => 'x '.repeat(length / 2)

  it('without a word of interest is told from its start', () => {
    expect(texts(filler(9_000))).toEqual([filler(4_000).trim()])
  })

  it('is told round each group of words of interest', () => {
    const text = `${filler(5_000)}no income account, ${filler(1_000)}must be unique, ${filler(6_000)}an income account`
    const found = faults(text)
    expect(found.map(({ start }) => start)).toEqual([5_003 - 200, text.lastIndexOf('income') - 200])
    expect(found[0]?.text).toContain('no income account')
    expect(found[0]?.text).toContain('must be unique')
    expect(found[0]?.text.length).toBeGreaterThan(3_990)
    expect(found[1]?.text).toMatch(/^x x .* x an income account$/u)
  })

  it('may begin with them', () => {
    const text = `no income account ${filler(5_000)}`
    expect(faults(text)).toMatchObject([{ start: 0, end: 4_000 }])
  })

  it('has no words of another group', () => {
    const text = `Invalid Customer: must be unique ${filler(5_000)}${M}: a`
    expect(short(text).at(-1)).toEqual([M, 'a'])
    const before = `must be unique ${filler(5_000)}${M}`
    expect(short(before).at(-1)).toEqual([M, null])
  })

  it('keeps the known message of each group', () => {
    const found = short(`${filler(5_000)}${M}: a ${filler(5_000)}Invalid Customer: b`)
    expect(found[0]?.[0]).toBe(M)
    expect(found[0]?.[1]).toMatch(/^a x x/u)
    expect(found[1]).toEqual(['Invalid Customer', 'b'])
  })

  it('of 4,000 signs is not too long', () => {
    const text = `${filler(3_986)}income account`
    expect(faults(text)).toMatchObject([{ start: 0, end: 4_000 }])
  })
})
