import type { Comparison } from '../domain/condition.ts'
import type { Conflict, ItemName, NearMiss, Reason } from '../domain/diagnosis.ts'
import type { ExplainedDiagnosis } from '../domain/explained-diagnosis.ts'
import { isMessageKey } from '../messages/is-message-key.ts'
import type { Translate } from '../messages/translate.ts'

/** A diagnosis in sentences, the same ones on a page and on a terminal. */
export interface ToldDiagnosis {
  /** `Error 4 of the table`, or that it is none. */
  readonly headline: string
  readonly title: string
  readonly certainty: string
  /** Who acts next, and what they do. */
  readonly next: string
  readonly captures: readonly { readonly label: string; readonly value: string }[]
  readonly actions: readonly string[]
  readonly why: readonly string[]
  readonly conflicts: readonly string[]
  readonly nearMisses: readonly string[]
}

/** Puts a diagnosis into sentences of one language; `titleOf` names another item. */
export function tellDiagnosis(
  diagnosis: ExplainedDiagnosis,
  say: Translate,
  titleOf: (item: ItemName) => string,
): ToldDiagnosis {
  const { item, captures, retry, certainty, why, conflicts, nearMisses, actions } = diagnosis
  return {
    headline: item === null ? say('answer.unrecognized') : say('answer.recognized', { number: item.number }),
    title: item?.title ?? say('answer.unrecognized'),
    certainty: certainty === null ? say('answer.unrecognized.detail') : say(`answer.certainty.${certainty}`),
    next: say(retry === null ? 'answer.retry.unknown' : `answer.retry.${retry}`),
    captures: Object.entries(captures).map(([name, value]) => ({ label: captureLabel(name, say), value })),
    actions: actions.map((kind) => say(`action.${kind}`)),
    why: why.map((reason) => tellReason(reason, say)),
    conflicts: conflicts.map((conflict) => tellConflict(conflict, say)),
    nearMisses: nearMisses.map((miss) => tellNearMiss(miss, say, titleOf)),
  }
}

/** New items bring captures without a label: then their own name stands for it. */
function captureLabel(name: string, say: Translate): string {
  const key = `capture.${name}`
  return isMessageKey(key) ? say(key) : name
}

function tellReason({ fact, operator, value }: Reason, say: Translate): string {
  if (operator === 'says') return say('answer.why.says', { value: String(value) })
  if (operator === 'matches' || operator === 'startOf')
    return say('answer.why.matches', { fact: say(`fact.${fact}`) })
  return say('answer.why.context', { fact: say(`fact.${fact}`), value: tellValue({ fact, value }, say) })
}

function tellValue({ fact, value }: Pick<Comparison, 'fact' | 'value'>, say: Translate): string {
  return [value]
    .flat()
    .map((one) => {
      const key = `${fact}.${String(one)}`
      return one === null ? say('fact.none') : isMessageKey(key) ? say(key) : String(one)
    })
    .join(', ')
}

function tellConflict({ fact, expected, found }: Conflict, say: Translate): string {
  const tell = (value: string) =>
    isMessageKey(`${fact}.${value}`) ? say(`${fact}.${value}` as never) : value
  const key = `answer.conflict.${fact}`
  const values = {
    found: found === null ? say('fact.none') : tell(found),
    expected: expected.map(tell).join(', '),
  }
  return isMessageKey(key) ? say(key, values) : `${fact}: ${values.found} (${values.expected})`
}

function tellNearMiss(
  { item, failed }: NearMiss,
  say: Translate,
  titleOf: (item: ItemName) => string,
): string {
  const lacking =
    failed.operator === 'says'
      ? say('answer.nearMiss.says', { value: String(failed.value) })
      : say('answer.nearMiss.other', { fact: say(`fact.${failed.fact}`) })
  return say('answer.nearMiss', { number: item.number, title: titleOf(item), lacking })
}
