/** The first of some moments, as far as there are any. */
export function earliest(...moments: readonly (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).toSorted()[0] ?? null
}
