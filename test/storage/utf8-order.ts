/** The order of texts in an index: by code points, where that of JavaScript is by halves of surrogate pairs. */
export function utf8Order(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}
