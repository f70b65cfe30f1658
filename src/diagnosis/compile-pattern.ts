const compiled = { iu: new Map<string, RegExp>(), diu: new Map<string, RegExp>() }

/** A rule's pattern, compiled once. `d` tells where its groups stand, at a price. */
export function compilePattern(source: string, flags: 'iu' | 'diu' = 'iu'): RegExp {
  let pattern = compiled[flags].get(source)
  if (pattern === undefined) {
    pattern = new RegExp(source, flags)
    compiled[flags].set(source, pattern)
  }
  return pattern
}
