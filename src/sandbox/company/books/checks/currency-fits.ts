import { homeCurrency } from '../home-currency.ts'
import { idOf } from '../read/id-of.ts'
import { isSaving } from '../read/is-saving.ts'
import type { Check } from './check.ts'

/** The company keeps its books in one currency. */
export const currencyFits: Check = (proposal) => {
  if (!isSaving(proposal)) return undefined
  const currency = idOf(proposal.after, 'CurrencyRef')
  return currency === undefined || currency === homeCurrency.value ? undefined : { name: 'wrong-currency' }
}
