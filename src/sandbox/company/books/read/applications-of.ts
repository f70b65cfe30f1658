import { centsOf } from './cents-of.ts'
import { linksOf } from './links-of.ts'
import { listOf } from './list-of.ts'
import type { Members } from './members.ts'

/** A part of a payment, and what it is applied to. */
export interface Application {
  readonly id: string
  /** As sent: QuickBooks applies payments to invoices and credit memos only, in these books. */
  readonly type: string
  readonly cents: number
}

/** What a payment is applied to: invoices that it pays, credit memos that it uses up. A line is applied to one. */
export function applicationsOf(payment: Members): readonly Application[] {
  return listOf(payment, 'Line').flatMap((line) =>
    linksOf(line)
      .slice(0, 1)
      .map(({ id, type }) => ({ id, type, cents: centsOf(line, 'Amount') })),
  )
}
