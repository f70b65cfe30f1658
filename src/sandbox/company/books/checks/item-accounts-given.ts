import { idOf } from '../read/id-of.ts'
import type { Check } from './check.ts'

/** What is sold or bought needs an account for it; what is counted needs one for its worth. */
export const itemAccountsGiven: Check = ({ description, after }) => {
  if (description.name !== 'Item' || after['Type'] === 'Category' || after['Type'] === 'Group')
    return undefined
  if (after['Type'] === 'Inventory' && idOf(after, 'AssetAccountRef') === undefined) {
    return { name: 'missing-asset-account' }
  }
  return idOf(after, 'IncomeAccountRef') === undefined && idOf(after, 'ExpenseAccountRef') === undefined
    ? { name: 'missing-item-accounts' }
    : undefined
}
