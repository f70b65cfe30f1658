/** A sum as a number; one that a number cannot hold exactly is an exception. */
export function exactSum(sum: number | bigint): number {
  const value = Number(sum)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The sum ${sum} is not exact.`)
  return value
}
