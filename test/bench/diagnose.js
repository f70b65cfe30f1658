// What a diagnosis costs: CPU of this process on the same canonical texts and with identical answers, for more and more
// rules; the reader, per shape; and the API end to end against a bare Express. The last line is one JSON object.
import { Engine } from 'json-rules-engine'
import { loadCatalog } from '../../dist/catalog/load-catalog.js'
import { phrasesOf } from '../../dist/domain/phrases-of.js'
import { createDiagnose } from '../../dist/diagnosis/diagnose.js'
import { operators } from '../../dist/diagnosis/operators.js'
import { createReadFaults } from '../../dist/faults/read-faults.js'
import { root } from '../../dist/root.js'
import { httpShare } from './http-share.js'
import { cpuPer, median } from './cpu.js'

const ROUNDS = 9
/** Rounds that are not counted, in which the compiler learns. */
const WARM_UP = 15
const { catalog } = await loadCatalog(root)

/** The shipped rules and synthetic ones of the same shape, `count` in all. */
function rulesOf(count) {
  const [first] = catalog.rules
  const synthetic = Array.from({ length: count - catalog.rules.length }, (_, i) => ({
    rank: 0,
    item: {
      ...first.item,
      number: i + 11,
      slug: `synthetic-${i}`,
      codes: [],
      captures: { number: [{ pattern: `No=(?<number>\\d{1,9})` }] },
    },
    conditions: {
      any: [
        { fact: 'text', operator: 'says', value: `Synthetic fault ${i} was refused by the books` },
        {
          all: [
            { fact: 'text', operator: 'says', value: `reference ${i} cannot be used` },
            { fact: 'text', operator: 'matches', value: `\\breference ${i} cannot be used in \\w{1,20}` },
          ],
        },
      ],
    },
  }))
  return [...catalog.rules, ...synthetic]
}

/** Texts that mean each of the rules, spread evenly, and one in six that means none. */
function textsOf(rules) {
  const meaning = rules.map(({ item }, i) =>
    i < catalog.rules.length
      ? item.message
      : `Business Validation Error: Synthetic fault ${item.number - 11} was refused by the books. No=${i}`,
  )
  const chosen = Array.from({ length: 250 }, (_, i) => meaning[Math.floor((i * meaning.length) / 250)])
  const foreign = Array.from(
    { length: 50 },
    (_, i) =>
      `Business Validation Error: The payments you entered add up to more than ${i} invoices can hold.`,
  )
  return [...chosen, ...foreign]
}

const faultOf = (text) => ({
  text,
  code: null,
  message: null,
  detail: null,
  element: null,
  type: null,
  httpStatus: null,
  intuitTid: null,
  batchItemId: null,
  start: 0,
  end: text.length,
})
const factsOf = (text) => ({
  text,
  message: null,
  detail: null,
  code: null,
  element: null,
  faultType: null,
  httpStatus: null,
  recordType: null,
  entity: null,
  operation: null,
})

function ours(rules) {
  const diagnose = createDiagnose({ readFaults: (text) => [faultOf(text)], rules, retryRules: [] })
  return async (text) => (await diagnose({ error: text })).item?.slug ?? null
}

function jsonRulesEngine(rules) {
  const engine = new Engine(rules.map(({ conditions, item }) => ({ conditions, event: { type: item.slug } })))
  for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, operator)
  return async (text) => (await engine.run(factsOf(text))).events[0]?.type ?? null
}

/** What somebody would write first: an array of regular expressions per rule, tried in order. */
function regExpArray(rules) {
  const escape = (phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const compile = (condition) => {
    if (condition.all) return all(condition.all.map(compile))
    if (condition.any) return any(condition.any.map(compile))
    if (condition.not) return not(compile(condition.not))
    const { fact, operator, value } = condition
    if (operator === 'says') return test(new RegExp(escape(value), 'iu'), fact)
    if (operator === 'matches') return test(new RegExp(value, 'iu'), fact)
    return (facts) => operators[operator](facts[fact], value)
  }
  const all = (tests) => (facts) => tests.every((one) => one(facts))
  const any = (tests) => (facts) => tests.some((one) => one(facts))
  const not = (one) => (facts) => !one(facts)
  const test = (pattern, fact) => (facts) => pattern.test(facts[fact] ?? '')
  const array = rules.map(({ conditions, item }) => ({ slug: item.slug, test: compile(conditions) }))
  return async (text) => {
    const facts = factsOf(text)
    return array.find(({ test }) => test(facts))?.slug ?? null
  }
}

const variants = { 'RegExp array': regExpArray, 'json-rules-engine, all rules': jsonRulesEngine, ours }
const cost = {}
for (const count of [10, 100, 1000]) {
  const rules = rulesOf(count)
  const texts = textsOf(rules)
  const made = Object.entries(variants).map(([name, make]) => ({ name, run: make(rules) }))
  const few = texts.filter((_, i) => i % 10 === 0)
  const answers = await Promise.all(made.map(async ({ run }) => Promise.all(few.map(run))))
  for (const one of answers)
    if (JSON.stringify(one) !== JSON.stringify(answers[0])) throw new Error('the answers differ')
  for (const { name, run } of made) {
    // All rules of the engine cost too much for every text.
    const sample = name.startsWith('json') && count > 10 ? few : texts
    const rounds = name.startsWith('json') && count === 1000 ? 3 : ROUNDS
    const warmUp = name.startsWith('json') ? 1 : WARM_UP
    for (let i = 0; i < warmUp; i++) for (const text of sample) await run(text)
    const runs = []
    for (let i = 0; i < rounds; i++)
      runs.push(
        await cpuPer(sample.length, async () => {
          for (const text of sample) await run(text)
        }),
      )
    cost[`${name} ${count}`] = median(runs)
    console.log(
      `${name.padEnd(30)} ${String(count).padStart(4)} rules  ${median(runs).toFixed(1).padStart(9)} µs`,
    )
  }
}

console.log()
const readFaults = createReadFaults(catalog.rules.flatMap((rule) => phrasesOf(rule.conditions)))
const message = catalog.rules[3].item.message
const fault = {
  Fault: {
    Error: [{ Message: 'Duplicate Document Number Error', Detail: message, code: '6140', element: '' }],
    type: 'ValidationFault',
  },
}
const shapes = {
  text: message,
  'JSON object': fault,
  'JSON text': JSON.stringify(fault),
  'JSON in a log line': `2026-03-02 09:41:00 ERROR push ${JSON.stringify(fault)}`,
  XML: `<IntuitResponse><Fault type="ValidationFault"><Error code="6140"><Message>a</Message><Detail>${message}</Detail></Error></Fault></IntuitResponse>`,
  'Python repr': `{'Fault': {'Error': [{'Message': 'a', 'Detail': '${message}', 'code': '6140'}]}}`,
}
for (const [name, raw] of Object.entries(shapes)) {
  for (let n = 0; n < 300 * WARM_UP; n++) readFaults(raw)
  const runs = []
  for (let i = 0; i < ROUNDS; i++)
    runs.push(
      await cpuPer(300, async () => {
        for (let n = 0; n < 300; n++) readFaults(raw)
      }),
    )
  console.log(`reading ${name.padEnd(22)} ${median(runs).toFixed(1).padStart(9)} µs`)
}

console.log()
const posted = JSON.stringify({ error: message, recordType: 'invoice' })
const share = await httpShare({
  bare: { kind: 'echo', path: '/', body: () => posted },
  ours: { kind: 'ours', path: '/v1/diagnoses', body: () => posted },
})
console.log(
  JSON.stringify({
    flatness1000to10: round(cost['ours 1000'] / cost['ours 10']),
    speedupOverJsonRulesEngineAt100: round(cost['json-rules-engine, all rules 100'] / cost['ours 100']),
    costOverRegExpArrayAt1000: round(cost['ours 1000'] / cost['RegExp array 1000']),
    httpShareOfBareExpress: round(share),
  }),
)

function round(value) {
  return Math.round(value * 100) / 100
}
