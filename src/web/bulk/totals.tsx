import { type BulkCounts } from '../../actions/bulk/counts-of.ts'
import type { ActionState } from '../../domain/action.ts'
import type { Translate } from '../../messages/translate.ts'

interface Props {
  readonly counts: BulkCounts
  readonly stateOf: (state: ActionState) => string
  readonly say: Translate
}

const order = ['succeeded', 'queued', 'running', 'waiting', 'refused', 'unknown', 'cancelled'] as const

/** How many records are, or would be, where. */
export function Totals({ counts, stateOf, say }: Props) {
  return (
    <ul class="chips totals">
      {order
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li>{say('bulk.total', { state: stateOf(state), count: counts[state] })}</li>
        ))}
    </ul>
  )
}
