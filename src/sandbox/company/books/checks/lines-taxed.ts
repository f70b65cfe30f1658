import { groupOf } from '../read/group-of.ts'
import { idOf } from '../read/id-of.ts'
import { isSalesForm } from '../read/is-sales-form.ts'
import { isSaving } from '../read/is-saving.ts'
import { listOf } from '../read/list-of.ts'
import type { Check } from './check.ts'

/** Where tax rates are required every line has one; elsewhere, as in the United States, a line is taxed or not. */
export const linesTaxed: Check = (proposal, books) => {
  if (!isSaving(proposal) || !isSalesForm(proposal.description.name)) return undefined
  for (const line of listOf(proposal.after, 'Line')) {
    const detail = groupOf(line, 'SalesItemLineDetail')
    if (detail === undefined) continue
    const code = idOf(detail, 'TaxCodeRef')
    if (books.settings.taxRateRequired) {
      if (code === undefined) return { name: 'no-tax-rate' }
    } else if (code !== undefined && code !== 'TAX' && code !== 'NON') {
      return {
        name: 'line-tax-code',
        values: { value: code },
        element: 'Line.SalesItemLineDetail.TaxCodeRef',
      }
    }
  }
  return undefined
}
