import type { EntityName } from '../entity-name.ts'
import { centsOf } from '../read/cents-of.ts'
import { groupOf } from '../read/group-of.ts'
import { isSalesForm } from '../read/is-sales-form.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { subtotalOf } from './subtotal-of.ts'

/** What a transaction comes to, in cents: its lines, less what is discounted, plus tax. A payment says it itself. */
export function totalOf(name: EntityName, members: Members): number {
  if (name === 'Payment') return centsOf(members, 'TotalAmt')
  const lines = listOf(members, 'Line')
  const tax = centsOf(groupOf(members, 'TxnTaxDetail') ?? {}, 'TotalTax')
  if (!isSalesForm(name)) return lines.reduce((sum, line) => sum + centsOf(line, 'Amount'), tax)
  const subtotal = subtotalOf(members)
  return lines
    .filter((line) => line['DetailType'] === 'DiscountLineDetail')
    .reduce((sum, line) => sum - discountOf(line, subtotal), subtotal + tax)
}

function discountOf(line: Members, subtotal: number): number {
  const { PercentBased: isPercent, DiscountPercent: percent } = groupOf(line, 'DiscountLineDetail') ?? {}
  return isPercent === true && typeof percent === 'number'
    ? Math.round((subtotal * percent) / 100)
    : centsOf(line, 'Amount')
}
