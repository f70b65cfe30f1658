import type { Comparison, Facts } from '../domain/condition.ts'
import type { Conflict, Diagnose, Diagnosis, NearMiss } from '../domain/diagnosis.ts'
import type { Failure } from '../domain/failure.ts'
import type { Fault } from '../domain/fault.ts'
import { offeredActions } from '../domain/offered-actions.ts'
import type { RetryRule } from '../domain/retry-rule.ts'
import type { Rule } from '../domain/rule.ts'
import { capture } from './capture.ts'
import { conflicts } from './conflicts.ts'
import { factsOf } from './facts-of.ts'
import { itemRetry } from './item-retry.ts'
import { createJudgeFault, type Verdict } from './judge-fault.ts'
import { locate } from './locate.ts'
import { isInferred } from './reasons.ts'
import { createUnrecognizedRetry } from './unrecognized-retry.ts'

/** What diagnosing needs: the reader, and the rules of the catalog. */
interface Needs {
  readonly readFaults: (raw: unknown) => readonly Fault[]
  readonly rules: readonly Rule[]
  readonly retryRules: readonly RetryRule[]
}

interface JudgedFault {
  readonly fault: Fault
  readonly index: number
  readonly facts: Facts
  readonly verdict: Verdict
}

/** Makes the answer to what a failure is; unknown is *unrecognized*, never guessed. */
export function createDiagnose({ readFaults, rules, retryRules }: Needs): Diagnose {
  const judgeFault = createJudgeFault(rules)
  const unrecognizedRetry = createUnrecognizedRetry(retryRules)
  return async (failure) => {
    const judged = await Promise.all(
      readFaults(failure.error).map(async (fault, index) => {
        const facts = factsOf(fault, failure)
        return { fault, index, facts, verdict: await judgeFault(facts) }
      }),
    )
    const faults = judged.map(({ fault, verdict }) => ({
      ...fault,
      httpStatus: fault.httpStatus ?? failure.httpStatus ?? null,
      item: verdict.rule?.item.slug ?? null,
    }))
    for (const deciding of judged) {
      const item = deciding.verdict.rule?.item
      if (item === undefined) continue
      const { facts, verdict } = deciding
      return {
        item: { number: item.number, slug: item.slug },
        captures: capture(item.captures, facts),
        retry: itemRetry(item, facts),
        certainty: isInferred(verdict.why) ? 'inferred' : 'exact',
        why: verdict.why.map((comparison) => reason(comparison, deciding)),
        nearMisses: verdict.nearMisses,
        conflicts: conflicts(item, facts),
        faults,
        actions: offeredActions(item.actions, failure.recordType),
      }
    }
    const facts = judged.length > 0 ? judged.map((one) => one.facts) : [factsOf(NO_FAULT, failure)]
    return {
      item: null,
      captures: {},
      retry: await unrecognizedRetry(facts),
      certainty: null,
      why: [],
      nearMisses: distinct(judged.flatMap(({ verdict }) => verdict.nearMisses)),
      conflicts: judged.flatMap(({ verdict }) => tie(verdict.tied)),
      faults,
      actions: unrecognizedActions(failure),
    }
  }
}

/** An empty text still has a context, such as its HTTP status. */
const NO_FAULT: Fault = {
  text: '',
  code: null,
  message: null,
  detail: null,
  element: null,
  type: null,
  httpStatus: null,
  intuitTid: null,
  batchItemId: null,
  start: 0,
  end: 0,
}

function reason(comparison: Comparison, { index, fault }: JudgedFault) {
  return { fault: index, ...comparison, ...locate(comparison, fault.text) }
}

function tie(rules: readonly Rule[]): readonly Conflict[] {
  return rules.length === 0
    ? []
    : [{ fact: 'item', expected: rules.map((rule) => rule.item.slug), found: null }]
}

function distinct(nearMisses: readonly NearMiss[]): readonly NearMiss[] {
  return [...new Map(nearMisses.map((miss) => [miss.item.slug, miss])).values()]
}

function unrecognizedActions({ recordType }: Failure): Diagnosis['actions'] {
  return recordType === 'service' ? ['resync', 'skip', 'delete'] : ['resync', 'skip']
}
