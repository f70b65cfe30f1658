import type { Comparison } from '../domain/condition.ts'
import type { Judged } from './judged.ts'

/** How far a tree is from being true, on its shortest way: the comparisons that would have to turn. */
export function lacking(judged: Judged): readonly Comparison[] {
  if (judged.result) return []
  if ('all' in judged) return judged.all.flatMap(lacking)
  if ('any' in judged) {
    const ways = judged.any.map(lacking)
    return ways.reduce((shortest, way) => (way.length < shortest.length ? way : shortest), ways[0] ?? [])
  }
  const { fact, operator, value } = 'not' in judged ? firstTrue(judged.not) : judged
  return [{ fact, operator, value }]
}

/** The comparison that made a `not` fail; a `not` has one by the rule schema. */
function firstTrue(judged: Judged): Comparison {
  if ('all' in judged || 'any' in judged || 'not' in judged) throw new Error('A not holds one comparison.')
  return judged
}
