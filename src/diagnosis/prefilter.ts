import type { Condition } from '../domain/condition.ts'
import { phrasesOf } from '../domain/phrases-of.ts'
import { createPhraseFinder } from '../phrases/phrase-finder.ts'

/**
 * Hands out the rules that can match or nearly match a text: those with a phrase in it. Every way a rule can match needs
 * a phrase (the catalog check holds it to that), so no other rule can match.
 */
export function createPrefilter<R extends { readonly conditions: Condition }>(
  rules: readonly R[],
): (text: string) => readonly R[] {
  const phrases = rules.flatMap((rule, index) =>
    phrasesOf(rule.conditions).map((phrase) => ({ phrase, index })),
  )
  const find = createPhraseFinder(phrases.map(({ phrase }) => phrase))
  return (text) => {
    const candidates = new Set(Array.from(find(text), ({ phrase }) => phrases[phrase]?.index ?? 0))
    return [...candidates].sort((a, b) => a - b).flatMap((index) => rules[index] ?? [])
  }
}
