import type { AccountType } from '../account-types.ts'
import type { AccountSlot } from '../descriptions/account-slot.ts'
import type { FaultName } from '../faults/fault-texts.ts'
import type { Proposal } from '../proposal.ts'
import { findReferenced } from '../read/find-referenced.ts'
import { isSaving } from '../read/is-saving.ts'
import { referencesIn } from '../read/references-in.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** Each place for an account takes accounts of certain types. What stands in a detail line is judged elsewhere. */
export const accountTypesFit: Check = (proposal, books) => {
  if (!isSaving(proposal)) return undefined
  const { description, after } = proposal
  for (const reference of referencesIn(description.fields, after)) {
    const { slot } = reference.field
    if (slot === undefined || slot === 'category') continue
    const account = findReferenced(reference, description.name, books)?.entity
    const type = account && textOf(account, 'AccountType')
    if (type === undefined || typesFor(slot, proposal).some((one) => one === type)) continue
    return { name: faultFor(slot) }
  }
  return undefined
}

function typesFor(slot: Exclude<AccountSlot, 'category'>, { after }: Proposal): readonly AccountType[] {
  switch (slot) {
    case 'paid-from':
      return after['PaymentType'] === 'CreditCard' ? ['Credit Card'] : ['Bank']
    case 'deposit-to':
      return ['Bank', 'Other Current Asset']
    case 'refund-from':
      return ['Bank', 'Other Current Asset', 'Credit Card']
    case 'item-income':
      return ['Income', 'Other Income']
    case 'item-expense':
      return ['Expense', 'Other Expense', 'Cost of Goods Sold']
    case 'item-asset':
      return ['Other Current Asset']
    case 'receivable':
      return ['Accounts Receivable']
    case 'payable':
      return ['Accounts Payable']
  }
}

function faultFor(slot: AccountSlot): FaultName {
  return slot.startsWith('item-') ? 'item-account' : 'account-details'
}
