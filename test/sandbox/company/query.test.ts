import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isLike } from '../../../src/sandbox/company/query/is-like.ts'
import { parseQuery } from '../../../src/sandbox/company/query/parse-query.ts'

const parsed = (text: string) => {
  const read = parseQuery(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.query
}
const problem = (text: string) => {
  const read = parseQuery(text)
  return 'problem' in read ? read.problem : undefined
}

describe('a query', () => {
  test('may say all it can', () => {
    const text =
      "select Id, MetaData.CreateTime from Invoice where TotalAmt >= '10.50' and CustomerRef = '58' and " +
      "Active IN (true, false) and DocNumber like 'A\\'\\\\%' orderby TxnDate desc, Id startposition 11 maxresults 5"
    expect(parsed(text)).toEqual({
      select: ['Id', 'MetaData.CreateTime'],
      from: 'Invoice',
      where: [
        { field: 'TotalAmt', operator: '>=', values: ['10.50'] },
        { field: 'CustomerRef', operator: '=', values: ['58'] },
        { field: 'Active', operator: 'IN', values: ['true', 'false'] },
        { field: 'DocNumber', operator: 'LIKE', values: ["A'\\%"] },
      ],
      orderBy: [
        { field: 'TxnDate', descending: true },
        { field: 'Id', descending: false },
      ],
      startPosition: 11,
      maxResults: 5,
    })
  })

  test('needs little', () => {
    expect(parsed('SELECT * FROM customer')).toEqual({
      select: 'all',
      from: 'customer',
      where: [],
      orderBy: [],
      startPosition: 1,
      maxResults: 100,
    })
  })

  test.each([
    ['select count(*) from Customer', { select: 'count' }],
    ['select count from Customer', { select: ['count'] }],
    ['Select  *  From Item  Order By Name ASC', { orderBy: [{ field: 'Name', descending: false }] }],
    [
      'select * from Item where Active=false',
      { where: [{ field: 'Active', operator: '=', values: ['false'] }] },
    ],
    ['select * from Bill where Balance>10', { where: [{ field: 'Balance', operator: '>', values: ['10'] }] }],
    [
      "select * from Item\nwhere Id IN ('1','2')",
      { where: [{ field: 'Id', operator: 'IN', values: ['1', '2'] }] },
    ],
  ])('can be written as %s', (text, expected) => {
    expect(parsed(text)).toMatchObject(expected)
  })

  test.each([
    ['', '"<EOF>" at line 1, column 1'],
    ['select', '"<EOF>" at line 1, column 7'],
    ['selct * from Item', '" <IDENTIFIER> "selct "" at line 1, column 1'],
    ["select * from Item where Name = 'Bob's'", '" <IDENTIFIER> "s "" at line 1, column 38'],
    ["select * from Item where Name = 'Bob", 'at line 1, column 33'],
    ['select * from Item where Name = Bob', '" <IDENTIFIER> "Bob "" at line 1, column 33'],
    ["select * from Item where Name != 'x'", 'at line 1, column 31'],
    ["select * from Item where Name = 'x' or Name = 'y'", '" <IDENTIFIER> "or "" at line 1, column 37'],
    ['select * from Item where Id in ()', 'at line 1, column 33'],
    ['select * from Item maxresults ten', 'at line 1, column 31'],
    ['select * from Item startposition 1.5', 'at line 1, column 34'],
    ['select * from Item;', 'at line 1, column 19'],
    ['select from Item', '" <IDENTIFIER> "Item "" at line 1, column 13'],
  ])('is not %j', (text, words) => {
    expect(problem(text)).toContain(words)
    expect(problem(text)).toContain('Was expecting one of:')
  })

  test('gives back any text that is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
        const { where } = parsed(`select * from Item where Name = '${literal}' and Active = true`)
        expect(where.map(({ values }) => values)).toEqual([[text], ['true']])
      }),
    )
  })

  test('is read or refused, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        'select',
        '*',
        'from',
        'Item',
        'where',
        'Id',
        '=',
        "'",
        "\\'",
        '(',
        ')',
        'in',
        'and',
        ',',
        '1',
        ' ',
      ],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(['query', 'problem']).toContain(Object.keys(parseQuery(text))[0])
        },
      ),
    )
  })

  test.each([
    ['an open text', `select * from Item where Name = '${'\\a'.repeat(100_000)}`],
    ['blanks', `select${' '.repeat(200_000)}*`],
    ['open brackets', `select * from Item where Id in ${'('.repeat(200_000)}`],
    ['many values', `select * from Item where Id in (${"'1',".repeat(60_000)}'1')`],
    ['many conditions', `select * from Item where ${"Id = '1' and ".repeat(20_000)}Id = '1'`],
    ['letters', 'a'.repeat(200_000)],
  ])('of very many %s is answered all the same', (_what, text) => {
    expect(['query', 'problem']).toContain(Object.keys(parseQuery(text))[0])
  })
})

describe('a pattern', () => {
  test.each([
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['abc', 'a%', true],
    ['abc', '%c', true],
    ['abc', '%b%', true],
    ['abc', '%', true],
    ['', '%', true],
    ['', '', true],
    ['aba', 'ab%ba', false],
    ['abba', 'ab%ba', true],
    ['axbxc', 'a%b%c', true],
    ['acb', 'a%b%c', false],
    ['a.c', 'a_c', false],
  ])('%j is like %j: %j', (text, pattern, expected) => {
    expect(isLike(text, pattern)).toBe(expected)
  })

  test('agrees with a slow and simple reading', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '%'), { maxLength: 8 }).map((all) => all.join(''))
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, letters, (value, pattern) => {
        const simple = new RegExp(`^${pattern.replaceAll('%', '.*')}$`, 'u').test(value)
        expect(isLike(value, pattern)).toBe(simple)
      }),
    )
  })
})
