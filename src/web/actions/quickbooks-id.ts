/** An id of QuickBooks that somebody typed; undefined: it is none. */
export function quickBooksId(text: string): string | undefined {
  return /^\d{1,20}$/u.test(text) ? text : undefined
}
