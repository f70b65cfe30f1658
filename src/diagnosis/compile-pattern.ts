const compiled = new Map<string, RegExp>()

/** A rule's pattern, compiled once; with indices, so that captures can be cut from the text as it was written. */
export function compilePattern(source: string): RegExp {
  let pattern = compiled.get(source)
  if (pattern === undefined) {
    pattern = new RegExp(source, 'diu')
    compiled.set(source, pattern)
  }
  return pattern
}
