import type { ComponentChildren } from 'preact'
import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly diagnosis: ExplainedDiagnosis
  readonly told: ToldDiagnosis
  /** The answer as plain text, for the copy button. */
  readonly ticket: string
  /** What else belongs to it. */
  readonly children?: ComponentChildren
}

/** Which error it is, the values in it, and who acts next. */
export function Verdict({ say, diagnosis: { item }, told, ticket, children }: Props) {
  return (
    <section class={item === null ? 'card verdict unknown' : 'card verdict'} aria-labelledby="verdict">
      <p class="eyebrow">{item === null ? say('answer.heading') : told.headline}</p>
      <h2 id="verdict">{told.title}</h2>
      <p class="certainty">{told.certainty}</p>
      <dl class="facts">
        {told.captures.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="next">
        <strong>{say('answer.next')}</strong> {told.next}
      </p>
      {children}
      <div class="copy" hidden>
        <button
          type="button"
          data-copy="ticket"
          data-done={say('answer.copied')}
          data-failed={say('answer.copyFailed')}
        >
          {say('answer.copy')}
        </button>
        <span role="status" />
        <pre id="ticket" hidden>
          {ticket}
        </pre>
      </div>
    </section>
  )
}
