import { Almanac, Engine, Rule as EngineRule, type TopLevelCondition } from 'json-rules-engine'
import { comparisonsOf } from '../domain/comparisons-of.ts'
import type { Condition, Facts } from '../domain/condition.ts'
import type { Judged } from './judged.ts'
import { operators } from './operators.ts'

// No rule may reach the library's default, which evaluates expressions found in a path.
const pathResolver = () => {
  throw new Error('A rule has a path; rules compare whole facts only.')
}

// Holds the operators only. It never runs: overlapping runs of one engine share their status and lose rules.
const engine = new Engine()
for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, operator)

/** A condition tree as a json-rules-engine rule: evaluated on constant facts, it says of each comparison if it held. */
export function compileRule(conditions: Condition): (facts: Facts) => Promise<Judged> {
  const rule = new EngineRule({ conditions: inOrder(conditions), event: { type: 'judged' } })
  rule.setEngine(engine)
  const asked = [...new Set(Array.from(comparisonsOf(conditions), ({ comparison }) => comparison.fact))]
  return async (facts) => {
    const almanac = new Almanac({ pathResolver })
    for (const name of asked) almanac.addFact(name, facts[name], { cache: false })
    const judged = await rule.evaluate(almanac)
    // The library marks every node but the topmost.
    return { ...judged.conditions, result: judged.result === true } as unknown as Judged
  }
}

/** The ways a rule can match, tried in the order they are written in: after one that holds the others are not asked. */
function inOrder(conditions: Condition): TopLevelCondition {
  const ordered =
    'any' in conditions
      ? { any: conditions.any.map((way, i) => ({ ...way, priority: conditions.any.length - i })) }
      : conditions
  return ordered as TopLevelCondition
}
