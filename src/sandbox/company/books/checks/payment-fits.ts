import type { BooksView } from '../books-view.ts'
import type { Fault } from '../faults/fault.ts'
import type { Proposal } from '../proposal.ts'
import type { Application } from '../read/applications-of.ts'
import { applicationsOf } from '../read/applications-of.ts'
import { centsOf } from '../read/cents-of.ts'
import { idOf } from '../read/id-of.ts'
import { isSaving } from '../read/is-saving.ts'
import { openCents } from '../read/open-cents.ts'
import type { Check } from './check.ts'

/**
 * A payment pays what is open, of its own customer, and no more than was received and credited. That one line may not
 * be more than its invoice's open balance is told by nobody; it follows from the words of the fault.
 */
export const paymentFits: Check = (proposal, books) => {
  if (proposal.description.name !== 'Payment' || !isSaving(proposal)) return undefined
  const applications = applicationsOf(proposal.after)
  const sumOf = (type: string) =>
    applications.filter((one) => one.type === type).reduce((sum, { cents }) => sum + cents, 0)
  for (const application of applications) {
    const fault = faultOf(application, applications, proposal, books)
    if (fault !== undefined) return fault
  }
  const [charges, credits] = [sumOf('Invoice'), sumOf('CreditMemo')]
  const fits = charges <= centsOf(proposal.after, 'TotalAmt') + credits && credits <= charges
  return fits ? undefined : { name: 'amount-below-charges' }
}

function faultOf(
  { type, id, cents }: Application,
  all: readonly Application[],
  { before, after }: Proposal,
  books: BooksView,
): Fault | undefined {
  if (cents < 0) return { name: 'negative-amount' }
  const target = type === 'Invoice' || type === 'CreditMemo' ? books.get(type, id) : undefined
  const isOfCustomer = target !== undefined && idOf(target, 'CustomerRef') === idOf(after, 'CustomerRef')
  if (target === undefined || !isOfCustomer || centsOf(target, 'TotalAmt') === 0) {
    return { name: 'cannot-be-linked', values: { id } }
  }
  const wanted = all
    .filter((one) => one.type === type && one.id === id)
    .reduce((sum, one) => sum + one.cents, 0)
  const open = openCents(type === 'Invoice' ? 'Invoice' : 'CreditMemo', target, books, before?.Id)
  return wanted > open ? { name: 'amount-below-charges' } : undefined
}
