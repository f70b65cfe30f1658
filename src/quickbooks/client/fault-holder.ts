/** Where an answer to several questions holds those to each. */
const NESTING = ['BatchItemResponse', 'CDCResponse', 'QueryResponse'] as const
/** The answer to a query within one of a batch or of what changed. */
const DEEPEST = 2

/** The part of an answer that holds a fault: all of it, or the first of its inner answers that does. */
export function faultHolder(body: unknown, depth = 0): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(body) || depth > DEEPEST) return undefined
  if (isObject(body.Fault) || isObject(body.fault)) return body
  for (const member of NESTING) {
    for (const inner of [body[member]].flat()) {
      const holder = faultHolder(inner, depth + 1)
      if (holder !== undefined) return holder
    }
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
