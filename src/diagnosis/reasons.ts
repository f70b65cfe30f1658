import type { Comparison, FactName } from '../domain/condition.ts'
import type { Judged } from './judged.ts'

/** Facts that are no words of QuickBooks: where one of them decides, the answer is inferred. */
const CONTEXT: ReadonlySet<FactName> = new Set(['recordType', 'entity', 'operation', 'code', 'httpStatus'])

/**
 * The comparisons that made a tree true. Of several true ways the first that needs no context counts, since words are
 * better evidence.
 */
export function reasons(judged: Judged): readonly Comparison[] {
  if (!judged.result || 'not' in judged) return []
  if ('all' in judged) return judged.all.flatMap(reasons)
  if (!('any' in judged)) {
    const { fact, operator, value } = judged
    return [{ fact, operator, value }]
  }
  const ways = judged.any.filter((way) => way.result).map(reasons)
  return ways.find((way) => !isInferred(way)) ?? ways[0] ?? []
}

/** Whether the record type, the code or other context was needed. */
export function isInferred(why: readonly Comparison[]): boolean {
  return why.some(({ fact }) => CONTEXT.has(fact))
}
