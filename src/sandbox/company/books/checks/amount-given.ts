import { isSaving } from '../read/is-saving.ts'
import type { Check } from './check.ts'

/** What was received is not worked out: it must be said. */
export const amountGiven: Check = (proposal) =>
  proposal.description.name === 'Payment' && isSaving(proposal) && proposal.after['TotalAmt'] === undefined
    ? { name: 'no-amount' }
    : undefined
