/** Where an answer to several questions holds those to each. */
const NESTING = ['BatchItemResponse', 'CDCResponse', 'QueryResponse'] as const

/** The part of an answer that holds a fault: all of it, or the first of its inner answers that does. */
export function faultHolder(body: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(body)) return undefined
  if (isObject(body.Fault) || isObject(body.fault)) return body
  for (const member of NESTING) {
    for (const inner of [body[member]].flat()) {
      const holder = faultHolder(inner)
      if (holder !== undefined) return holder
    }
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
