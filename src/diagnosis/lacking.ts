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
  const { fact, operator, value } = 'not' in judged ? judged.not : judged
  return [{ fact, operator, value }]
}
