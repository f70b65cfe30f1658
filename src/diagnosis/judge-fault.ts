import type { Comparison, Facts } from '../domain/condition.ts'
import type { NearMiss } from '../domain/diagnosis.ts'
import type { Rule } from '../domain/rule.ts'
import { compileRule } from './compile-rule.ts'
import type { Judged } from './judged.ts'
import { lacking } from './lacking.ts'
import { createPrefilter } from './prefilter.ts'
import { reasons } from './reasons.ts'

/** What the rules say of one fault. */
export interface Verdict {
  /** The rule that recognises it; undefined if none does, or if several do and none outranks the others. */
  readonly rule: Rule | undefined
  readonly why: readonly Comparison[]
  /** The rules that recognise it with equal rank, if more than one. */
  readonly tied: readonly Rule[]
  readonly nearMisses: readonly NearMiss[]
}

/** Judges faults by the rules; the phrase prefilter hands json-rules-engine only those that can matter. */
export function createJudgeFault(rules: readonly Rule[]): (facts: Facts) => Promise<Verdict> {
  const compiled = rules.map((rule) => ({
    rule,
    conditions: rule.conditions,
    judge: compileRule(rule.conditions),
  }))
  const candidatesOf = createPrefilter(compiled)
  return async (facts) => {
    const judged = await Promise.all(
      candidatesOf(String(facts.text ?? '')).map(async ({ rule, judge }) => ({
        rule,
        judged: await judge(facts),
      })),
    )
    const matched = judged.filter(({ judged }) => judged.result)
    const rank = Math.max(...matched.map(({ rule }) => rule.rank))
    const best = matched.filter(({ rule }) => rule.rank === rank)
    const [winner, ...others] = best
    const decided = winner !== undefined && others.length === 0
    return {
      rule: decided ? winner.rule : undefined,
      why: decided ? reasons(winner.judged) : [],
      tied: decided ? [] : best.map(({ rule }) => rule),
      nearMisses: judged.flatMap(nearMiss),
    }
  }
}

/** A rule with a phrase in the text that lacked one comparison. */
function nearMiss({ rule, judged }: { rule: Rule; judged: Judged }): readonly NearMiss[] {
  const [failed, ...more] = lacking(judged)
  if (failed === undefined || more.length > 0 || !saysSomething(judged)) return []
  return [{ item: { number: rule.item.number, slug: rule.item.slug }, failed }]
}

function saysSomething(judged: Judged): boolean {
  if ('all' in judged) return judged.all.some(saysSomething)
  if ('any' in judged) return judged.any.some(saysSomething)
  return 'operator' in judged && judged.operator === 'says' && judged.result
}
