import type { Fault } from '../faults/fault.ts'
import { centsOf } from '../read/cents-of.ts'
import { groupOf } from '../read/group-of.ts'
import { isSaving } from '../read/is-saving.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import type { Check } from './check.ts'

const WITH_ITEMS = ['SalesItemLineDetail', 'ItemBasedExpenseLineDetail']

/** There is a line, and what a line comes to is its price times its quantity. */
export const linesAddUp: Check = (proposal) => {
  const { description, after } = proposal
  if (!isSaving(proposal) || !description.required.includes('Line')) return undefined
  const lines = listOf(after, 'Line')
  if (!lines.some((line) => line['Amount'] !== undefined && line['DetailType'] !== 'SubTotalLineDetail'))
    return { name: 'no-lines' }
  for (const line of lines) {
    const fault = faultOf(line)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOf(line: Members): Fault | undefined {
  for (const type of WITH_ITEMS) {
    const { UnitPrice: price, Qty: quantity } = groupOf(line, type) ?? {}
    if (typeof price !== 'number' || typeof quantity !== 'number') continue
    if (Math.round(price * quantity * 100) === centsOf(line, 'Amount')) continue
    return { name: 'wrong-product', values: { value: String(line['Amount']) }, element: 'Line.Amount' }
  }
  return undefined
}
