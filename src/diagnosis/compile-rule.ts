import { Almanac, Engine, Rule as EngineRule, type TopLevelCondition } from 'json-rules-engine'
import type { Condition, FactName, Facts } from '../domain/condition.ts'
import type { Judged } from './judged.ts'
import { operators } from './operators.ts'

/** Hands out the facts of one fault as they are. The library's own almanac builds an object and a cache for each. */
class WholeFacts extends Almanac {
  readonly #facts: Facts

  constructor(facts: Facts) {
    super()
    this.#facts = facts
  }

  override factValue<T>(name: string, _params?: object, path?: string): Promise<T> {
    // The library would evaluate expressions found in a path.
    if (path !== undefined) throw new Error('A rule has a path; rules compare whole facts only.')
    return Promise.resolve(this.#facts[name as FactName] as T)
  }
}

// Holds the operators only. It never runs: overlapping runs of one engine share their status and lose rules.
const engine = new Engine()
for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, operator)

/** A condition tree as a json-rules-engine rule: evaluated on constant facts, it says of each comparison if it held. */
export function compileRule(conditions: Condition): (facts: Facts) => Promise<Judged> {
  const rule = new EngineRule({ conditions: inOrder(conditions), event: { type: 'judged' } })
  rule.setEngine(engine)
  return async (facts) => {
    const judged = await rule.evaluate(new WholeFacts(facts))
    // The library marks every node but the topmost.
    return Object.assign(judged.conditions, { result: judged.result === true }) as unknown as Judged
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
