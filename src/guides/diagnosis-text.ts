import type { ExplainedDiagnosis } from '../domain/explained-diagnosis.ts'
import type { Translate } from '../messages/translate.ts'
import type { ToldDiagnosis } from './tell-diagnosis.ts'

/** How headings and titles stand out on a terminal. */
export interface Style {
  readonly heading: (text: string) => string
  readonly strong: (text: string) => string
}

const PLAIN: Style = { heading: (text) => text, strong: (text) => text }

/** A diagnosis as plain text, fit to paste into a ticket; its guide, if it has one, comes last. */
export function diagnosisText(
  told: ToldDiagnosis,
  { faults, guide }: ExplainedDiagnosis,
  say: Translate,
  style: Style = PLAIN,
): string {
  const line = (label: string, value: string) => say('answer.line', { label, value })
  const block = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[style.heading(heading), ...lines.map((line) => `- ${line}`)].join('\n')]
  return [
    told.headline === told.title ? style.strong(told.title) : line(told.headline, style.strong(told.title)),
    told.certainty,
    line(style.heading(say('answer.next')), told.next),
    ...block(
      say('answer.captures'),
      told.captures.map(({ label, value }) => line(label, value)),
    ),
    ...block(say('answer.why'), told.why),
    ...block(say('answer.conflicts'), told.conflicts),
    ...block(say('answer.nearMisses'), told.nearMisses),
    ...block(say('answer.actions'), told.actions),
    ...block(
      say('answer.faults'),
      faults.map(({ text, code }) => (code === null ? text : `[${code}] ${text}`)),
    ),
    ...(guide === null ? [] : [style.heading(say('answer.guide')), guide.body]),
  ].join('\n\n')
}
