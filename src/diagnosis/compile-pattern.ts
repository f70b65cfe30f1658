const compiled = new Map<string, RegExp>()

/** A rule's pattern, compiled once. `d` tells where its groups stand, at a price. */
export function compilePattern(source: string, flags: 'iu' | 'diu' = 'iu'): RegExp {
  const key = `${flags}/${source}`
  let pattern = compiled.get(key)
  if (pattern === undefined) {
    pattern = new RegExp(source, flags)
    compiled.set(key, pattern)
  }
  return pattern
}
