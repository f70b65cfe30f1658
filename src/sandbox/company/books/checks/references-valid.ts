import type { CompanySettings } from '../books.ts'
import type { BooksView } from '../books-view.ts'
import type { Target } from '../descriptions/field.ts'
import type { Entity } from '../entity.ts'
import type { Fault } from '../faults/fault.ts'
import type { Proposal } from '../proposal.ts'
import { ancestorsOf } from '../read/ancestors-of.ts'
import { findReferenced } from '../read/find-referenced.ts'
import { isActive } from '../read/is-active.ts'
import { isSaving } from '../read/is-saving.ts'
import type { Reference } from '../read/reference.ts'
import { referencesIn } from '../read/references-in.ts'
import { shownName } from '../read/shown-name.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** What QuickBooks calls the lists, where it tells that an id is in none of their entries. */
const TABLES: Readonly<Record<Exclude<Target, 'Item' | 'parent'>, string>> = {
  Customer: 'Names',
  Vendor: 'Names',
  Employee: 'Names',
  name: 'Names',
  Account: 'Accounts',
  PaymentMethod: 'PaymentMethods',
  Term: 'Terms',
}

/** Every reference names an active entry of the list it should. */
export const referencesValid: Check = (proposal, books) => {
  if (!isSaving(proposal)) return undefined
  for (const reference of referencesIn(proposal.description.fields, proposal.after)) {
    const fault = faultOf(reference, proposal, books)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOf(reference: Reference, proposal: Proposal, books: BooksView): Fault | undefined {
  const { description, before, after } = proposal
  const { path, field, id, type } = reference
  const found = findReferenced(reference, description.name, books)
  const isUsable = found !== undefined && isActive(found.entity)
  if (field.to === 'parent') {
    const above = ancestorsOf(description.name, after, books)
    return isUsable && above.every(({ Id }) => Id !== before?.Id)
      ? undefined
      : { name: 'invalid-parent', element: path }
  }
  if (field.to === 'Item') {
    if (found !== undefined && !isUsable && wasThere(reference, proposal)) {
      return { name: 'restore-item', values: { item: shownName(found.entity) } }
    }
    if (!isUsable) return { name: 'item-reference', values: { path }, element: path }
    return found.entity['Type'] === 'Category' ? { name: 'category', element: path } : undefined
  }
  if (found === undefined) return { name: 'element-not-found', values: { list: TABLES[field.to], id } }
  const kind = field.to === 'name' ? type : field.to
  if (kind !== undefined && kind !== found.name) return { name: 'wrong-kind-of-name' }
  if (isUsable) return undefined
  return path === 'CustomerRef'
    ? inactiveCustomer(found.entity, books.settings.inactiveCustomerFault)
    : { name: 'inactive-reference' }
}

/** Whether the transaction named it before: then it is told what to do about it. */
function wasThere({ path, id }: Reference, { description, before }: Proposal): boolean {
  return referencesIn(description.fields, before ?? {}).some((one) => one.path === path && one.id === id)
}

function inactiveCustomer(customer: Entity, kind: CompanySettings['inactiveCustomerFault']): Fault {
  switch (kind) {
    case '6250':
      return { name: 'deleted-customer' }
    case '2500-restore':
      return { name: 'restore-customer', values: { customer: textOf(customer, 'DisplayName') ?? '' } }
    case '2500-inactive':
      return { name: 'inactive-reference' }
    case '610':
      return { name: 'inactive-object' }
  }
}
