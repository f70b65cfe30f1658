import { centsOf } from '../read/cents-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'

/** The lines of a sales form before discounts and tax, in cents. */
export function subtotalOf(members: Members): number {
  return listOf(members, 'Line')
    .filter(({ DetailType: type }) => type === 'SalesItemLineDetail' || type === 'GroupLineDetail')
    .reduce((sum, line) => sum + centsOf(line, 'Amount'), 0)
}
