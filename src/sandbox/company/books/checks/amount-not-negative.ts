import { totalOf } from '../complete/total-of.ts'
import { centsOf } from '../read/cents-of.ts'
import { isSaving } from '../read/is-saving.ts'
import type { Check } from './check.ts'

/** Lines may be negative; a transaction as a whole may not, nor what is left of it after a deposit. */
export const amountNotNegative: Check = (proposal) => {
  const { description, after } = proposal
  if (!isSaving(proposal) || description.kind !== 'transaction') return undefined
  const left = totalOf(description.name, after) - centsOf(after, 'Deposit')
  return left < 0 ? { name: 'negative-amount' } : undefined
}
