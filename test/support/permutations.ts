/** Every order of these things. */
export function permutationsOf<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length <= 1) return [things]
  return things.flatMap((first, i) =>
    permutationsOf(things.filter((_other, j) => j !== i)).map((rest) => [first, ...rest]),
  )
}
