import type { ActionReason } from '../../domain/allowed-actions.ts'
import type { Translate } from '../../messages/translate.ts'
import { reasonSentence } from './reason-sentence.ts'

/** Says why an action is not possible now. */
export function NotPossible({ reason, say }: { readonly reason: ActionReason; readonly say: Translate }) {
  return (
    <section class="card" aria-labelledby="not-possible">
      <h2 id="not-possible">{say('confirm.not-possible')}</h2>
      <p>{reasonSentence(reason, say)}</p>
    </section>
  )
}
