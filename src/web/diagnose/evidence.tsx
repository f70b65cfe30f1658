import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { Fault } from '../../domain/fault.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
import type { MessageKey } from '../../messages/translate.ts'
import type { PageContext } from '../page-context.ts'
import { MarkedText } from './marked-text.tsx'

interface Props extends PageContext {
  readonly diagnosis: ExplainedDiagnosis
  readonly told: ToldDiagnosis
}

/** Why it is this error, and what in the text says so. */
export function Evidence({ say, diagnosis, told }: Props) {
  return (
    <aside class="card evidence" aria-label={say('answer.why')}>
      <List heading={say('answer.why')} entries={told.why} />
      <List heading={say('answer.conflicts')} entries={told.conflicts} />
      <List heading={say('answer.nearMisses')} entries={told.nearMisses} />
      {diagnosis.faults.length > 0 && <h3>{say('answer.faults')}</h3>}
      {diagnosis.faults.map((fault, index) => (
        <div class="fault">
          {diagnosis.faults.length > 1 && <h4>{say('answer.fault', { number: index + 1 })}</h4>}
          <MarkedText text={fault.text} why={diagnosis.why.filter((reason) => reason.fault === index)} />
          <dl class="facts">
            {factsOf(fault).map(([key, value]) => (
              <div>
                <dt>{say(key)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </aside>
  )
}

function List({ heading, entries }: { readonly heading: string; readonly entries: readonly string[] }) {
  if (entries.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {entries.map((entry) => (
          <li>{entry}</li>
        ))}
      </ul>
    </>
  )
}

function factsOf({
  code,
  element,
  type,
  httpStatus,
  intuitTid,
}: Fault): readonly (readonly [MessageKey, string])[] {
  const facts: readonly (readonly [MessageKey, string | number | null])[] = [
    ['fact.code', code],
    ['fact.element', element],
    ['fact.faultType', type],
    ['fact.httpStatus', httpStatus],
    ['fact.intuitTid', intuitTid],
  ]
  return facts.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)] as const]))
}
