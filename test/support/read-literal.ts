/** The value of the first literal of a query, and what stands after it, as QuickBooks reads it: a backslash escapes. */
export function readLiteral(query: string): { readonly value: string; readonly rest: string } {
  let value = ''
  let at = query.indexOf("'") + 1
  for (; at < query.length && query[at] !== "'"; at += 1) {
    if (query[at] === '\\') at += 1
    value += query.charAt(at)
  }
  return { value, rest: query.slice(at + 1) }
}
