import { totalOf } from '../complete/total-of.ts'
import { isSaving } from '../read/is-saving.ts'
import type { Check } from './check.ts'

/** Lines may be negative, a transaction as a whole may not. */
export const amountNotNegative: Check = (proposal) => {
  const { description, after } = proposal
  return isSaving(proposal) && description.kind === 'transaction' && totalOf(description.name, after) < 0
    ? { name: 'negative-amount' }
    : undefined
}
