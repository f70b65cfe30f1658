/** How many levels of objects and lists a JSON value has; counted without calling itself, however deep it is. */
export function nestingOf(value: unknown): number {
  let levels = 0
  let level: readonly unknown[] = [value]
  for (;;) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    )
    if (level.length === 0) return levels
    levels += 1
  }
}
