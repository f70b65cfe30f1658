import { groupOf } from '../read/group-of.ts'
import { idOf } from '../read/id-of.ts'
import { isSaving } from '../read/is-saving.ts'
import { listOf } from '../read/list-of.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** What was spent may be put to most accounts; to receivables and payables only with the name it is owed by or to. */
export const detailAccountsFit: Check = (proposal, books) => {
  const { description, after } = proposal
  if (!isSaving(proposal) || (description.name !== 'Purchase' && description.name !== 'Bill'))
    return undefined
  const entity = groupOf(after, 'EntityRef')
  for (const line of listOf(after, 'Line')) {
    const detail = groupOf(line, 'AccountBasedExpenseLineDetail')
    const id = detail && idOf(detail, 'AccountRef')
    const account = id === undefined ? undefined : books.get('Account', id)
    const type = account && textOf(account, 'AccountType')
    if (type === 'Accounts Payable') {
      if (description.name === 'Bill') return { name: 'payable-on-bill' }
      const vendor = entity && textOf(entity, 'value')
      if (vendor === undefined || books.get('Vendor', vendor) === undefined)
        return { name: 'payable-without-vendor' }
    }
    if (type === 'Accounts Receivable' && detail && idOf(detail, 'CustomerRef') === undefined) {
      return { name: 'receivable-without-customer' }
    }
  }
  return undefined
}
