import { completePayment } from '../complete/complete-payment.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { applicationsOf } from '../read/applications-of.ts'
import { centsOf } from '../read/cents-of.ts'
import { linksOf } from '../read/links-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { settle } from './settle.ts'

/**
 * Takes from payments what no longer fits an invoice or credit memo: it came to less, to nothing, or is gone; what is
 * taken is then the customer's unapplied credit. `room` in cents.
 */
export function fitPayments(
  draft: Draft,
  target: Entity,
  type: 'Invoice' | 'CreditMemo',
  room: number,
): void {
  let left = room
  for (const { id } of linksOf(target).filter((link) => link.type === 'Payment')) {
    const payment = draft.get('Payment', id)
    if (payment === undefined) continue
    const applied = appliedTo(payment, type, target.Id)
    const kept = Math.min(applied, left)
    left -= kept
    if (kept < applied) reduce(draft, payment, (one) => one.type === type && one.id === target.Id, kept)
  }
}

function appliedTo(payment: Members, type: string, id: string): number {
  return applicationsOf(payment)
    .filter((one) => one.type === type && one.id === id)
    .reduce((sum, { cents }) => sum + cents, 0)
}

function reduce(
  draft: Draft,
  payment: Entity,
  isMeant: (one: { readonly type: string; readonly id: string }) => boolean,
  cents: number,
): void {
  const total = centsOf(payment, 'TotalAmt')
  let lines = limit(listOf(payment, 'Line'), isMeant, cents)
  const sumOf = (type: string) =>
    applicationsOf({ Line: lines })
      .filter((one) => one.type === type)
      .reduce((sum, one) => sum + one.cents, 0)
  // Credits are used for charges only, and charges are met by money or credits only.
  lines = limit(lines, ({ type }) => type === 'CreditMemo', sumOf('Invoice'))
  lines = limit(lines, ({ type }) => type === 'Invoice', total + sumOf('CreditMemo'))
  const touched = applicationsOf(payment)
  if (lines.length === 0 && total === 0) {
    draft.remove('Payment', payment.Id, 'own')
  } else {
    draft.change('Payment', payment.Id, completePayment({ ...payment, Line: lines }, payment, draft), 'own')
  }
  for (const { type, id } of touched) {
    if (type === 'Invoice' || type === 'CreditMemo') settle(draft, type, id)
  }
}

/** The lines, those that are meant cut so that they come to no more than that; a line of nothing goes. */
function limit(
  lines: readonly Members[],
  isMeant: (one: { readonly type: string; readonly id: string }) => boolean,
  cents: number,
): readonly Members[] {
  let left = cents
  return lines.flatMap((line) => {
    if (!linksOf(line).slice(0, 1).some(isMeant)) return [line]
    const kept = Math.min(centsOf(line, 'Amount'), left)
    left -= kept
    return kept > 0 ? [{ ...line, Amount: kept / 100 }] : []
  })
}
