import type { Value } from '../collection.ts'

/** What the index of words is asked for: words with these beginnings, all in one document of the scope, if there is one. */
export function wordQuery(prefixes: readonly string[], scope: Value | undefined): string {
  const before = scope === undefined ? '' : `s${hex(String(scope))}`
  return prefixes.map((prefix) => `${before}w${hex(prefix)}*`).join(' AND ')
}

/** As SQLite writes it. */
function hex(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase()
}
