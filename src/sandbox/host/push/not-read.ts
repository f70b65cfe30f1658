import type { ReadOutcome } from '../../../quickbooks/read-outcome.ts'
import type { Tried } from './prepared.ts'
import type { PushFailure } from './push-failure.ts'
import { refusedBy } from './refused-by.ts'
import type { Waiting } from './waiting.ts'

/** What a question without an answer means for a push: QuickBooks refused it, or it can be asked again. */
export function notRead(
  read: Exclude<ReadOutcome<unknown>, { readonly outcome: 'read' }>,
  tried: Tried,
): { readonly outcome: 'refused'; readonly failure: PushFailure } | Waiting {
  switch (read.outcome) {
    case 'refused':
      return { outcome: 'refused', failure: refusedBy(read.refusal, tried, null) }
    case 'failed':
      return { outcome: 'waiting', waitingFor: 'answer' }
    case 'not-sent':
      return { outcome: 'waiting', waitingFor: read.waitingFor }
  }
}
