import type { Operator, QueryCondition, WrittenQuery } from './query.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Where no number is given. */
const MAX_RESULTS = 100

export type ParsedQuery = { readonly query: WrittenQuery } | { readonly problem: string }

/** Leaves the grammar at once; it never leaves this file. */
class Unexpected extends Error {}

/** Reads a query of QuickBooks' query language; `problem` is worded as QuickBooks words it. */
export function parseQuery(text: string): ParsedQuery {
  try {
    return { query: read(tokensOf(text)) }
  } catch (error) {
    if (error instanceof Unexpected) return { problem: error.message }
    throw error
  }
}

const operators: readonly Operator[] = ['=', '<', '>', '<=', '>=']

function read(tokens: readonly Token[]): WrittenQuery {
  let at = 0
  const fail = (...expected: readonly string[]): never => {
    const { kind, written, column } = here()
    const seen = kind === 'end' ? '<EOF>' : ` ${nameOf(kind)} "${written} "`
    const list = expected.map((one) => `\n    ${one}`).join('')
    throw new Unexpected(`Encountered "${seen}" at line 1, column ${column}.\nWas expecting one of:${list}`)
  }
  const here = (): Token => tokens[at] ?? { kind: 'end', value: '', written: '', column: 0 }
  const is = (kind: Token['kind'], value: string) =>
    here().kind === kind && here().value.toLowerCase() === value
  const skip = (kind: Token['kind'], value: string): boolean => {
    const found = is(kind, value)
    if (found) at += 1
    return found
  }
  const demand = (kind: 'word' | 'symbol', value: string): void => {
    if (!skip(kind, value)) fail(`"${value}" ...`)
  }
  const name = (): string => {
    const { kind, value } = here()
    if (kind !== 'word') return fail('<IDENTIFIER> ...')
    at += 1
    return value
  }
  const oneOrMore = <T>(item: () => T, next: () => boolean): readonly T[] => {
    const items = [item()]
    while (next()) items.push(item())
    return items
  }
  const comma = () => skip('symbol', ',')

  const value = (): string => {
    const { kind, value } = here()
    const isValue = kind === 'text' || kind === 'number' || is('word', 'true') || is('word', 'false')
    if (!isValue) return fail('<STRING> ...', '<NUMBER> ...', '"true" ...', '"false" ...')
    at += 1
    return kind === 'word' ? value.toLowerCase() : value
  }
  const condition = (): QueryCondition => {
    const field = name()
    if (skip('word', 'in')) {
      demand('symbol', '(')
      const values = oneOrMore(value, comma)
      demand('symbol', ')')
      return { field, operator: 'IN', values }
    }
    if (skip('word', 'like')) return { field, operator: 'LIKE', values: [value()] }
    const operator = operators.find((one) => skip('symbol', one))
    return {
      field,
      operator: operator ?? fail('"=" ...', '"<" ...', '">" ...', '"in" ...', '"like" ...'),
      values: [value()],
    }
  }
  const order = () => {
    const field = name()
    const descending = skip('word', 'desc')
    if (!descending) skip('word', 'asc')
    return { field, descending }
  }
  const wholeNumber = (): number => {
    const { kind, value } = here()
    if (kind !== 'number' || !/^-?\d{1,9}$/u.test(value)) return fail('<INTEGER> ...')
    at += 1
    return Number(value)
  }
  const selected = (): WrittenQuery['select'] => {
    if (skip('symbol', '*')) return 'all'
    if (is('word', 'count') && tokens[at + 1]?.value === '(') {
      at += 1
      demand('symbol', '(')
      demand('symbol', '*')
      demand('symbol', ')')
      return 'count'
    }
    return oneOrMore(name, comma)
  }

  demand('word', 'select')
  const select = selected()
  demand('word', 'from')
  const from = name()
  const where = skip('word', 'where') ? oneOrMore(condition, () => skip('word', 'and')) : []
  const isOrdered = skip('word', 'orderby') || (skip('word', 'order') && (demand('word', 'by'), true))
  const orderBy = isOrdered ? oneOrMore(order, comma) : []
  const startPosition = skip('word', 'startposition') ? wholeNumber() : 1
  const maxResults = skip('word', 'maxresults') ? wholeNumber() : MAX_RESULTS
  if (here().kind !== 'end')
    fail('<EOF> ', '"where" ...', '"orderby" ...', '"startposition" ...', '"maxresults" ...')
  return { select, from, where, orderBy, startPosition, maxResults }
}

function nameOf(kind: Token['kind']): string {
  return kind === 'text' ? '<STRING>' : kind === 'number' ? '<NUMBER>' : kind === 'word' ? '<IDENTIFIER>' : ''
}
