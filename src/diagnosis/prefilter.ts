import AhoCorasick from 'modern-ahocorasick'
import { comparisonsOf } from '../domain/comparisons-of.ts'
import type { Condition } from '../domain/condition.ts'
import { comparable } from './comparable.ts'

/**
 * Hands out the rules that can match or nearly match a text: those with a phrase in it. All phrases are searched in
 * one pass, so that the cost does not grow with the number of rules. Every way a rule can match needs a phrase (the
 * catalog check holds it to that), so no other rule can match.
 */
export function createPrefilter<R extends { readonly conditions: Condition }>(
  rules: readonly R[],
): (text: string) => readonly R[] {
  const holders = new Map<string, Set<number>>()
  rules.forEach((rule, index) => {
    for (const { comparison } of comparisonsOf(rule.conditions)) {
      if (comparison.operator !== 'says') continue
      const phrase = ascii(String(comparison.value))
      holders.set(phrase, (holders.get(phrase) ?? new Set()).add(index))
    }
  })
  const automaton = new AhoCorasick([...holders.keys()])
  return (text) => {
    const candidates = new Set<number>()
    for (const { pattern } of automaton.search(ascii(text))) {
      for (const index of holders.get(pattern) ?? []) candidates.add(index)
    }
    return [...candidates].sort((a, b) => a - b).flatMap((index) => rules[index] ?? [])
  }
}

/**
 * The automaton compares grapheme clusters, so that a phrase before a combining mark would be missed, and it is slow on
 * them. One sign for all that is not ASCII lets a few rules too many through and none too few.
 */
function ascii(text: string): string {
  return comparable(text).replace(/[^\u0020-\u007e]/gu, (character) => '\u0001'.repeat(character.length))
}
