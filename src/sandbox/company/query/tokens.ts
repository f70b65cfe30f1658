export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'symbol' | 'unknown' | 'end'
  /** A word or symbol as it was written; of a text, what it says. */
  readonly value: string
  /** As it was written. */
  readonly written: string
  /** From 1. */
  readonly column: number
}

/** One token, wherever the last one ended; each alternative begins with other characters, so that none is tried twice. */
const TOKEN =
  /\s*(?:(?<word>[A-Za-z_][\w.]*)|'(?<text>[^'\\]*(?:\\[^][^'\\]*)*)'|(?<number>-?\d+(?:\.\d+)?)|(?<symbol><=|>=|[=<>(),*])|(?<unknown>[^\s])|$)/uy

/** The tokens of a query; the last one is its end. In a text, a backslash stands before a quote or another backslash. */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (;;) {
    const found = TOKEN.exec(query)
    const { word, text, number, symbol, unknown } = found?.groups ?? {}
    const end = found === null ? query.length : found.index + found[0].length
    const kept = (kind: Token['kind'], value: string, written = value): Token => ({
      kind,
      value,
      written,
      column: end - written.length + 1,
    })
    if (word !== undefined) tokens.push(kept('word', word))
    else if (text !== undefined) tokens.push(kept('text', text.replace(/\\([^])/gu, '$1'), `'${text}'`))
    else if (number !== undefined) tokens.push(kept('number', number))
    else if (symbol !== undefined) tokens.push(kept('symbol', symbol))
    else if (unknown !== undefined) return [...tokens, kept('unknown', unknown)]
    else return [...tokens, kept('end', '', '')]
  }
}
