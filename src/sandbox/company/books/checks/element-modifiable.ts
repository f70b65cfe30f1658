import { isActive } from '../read/is-active.ts'
import type { Check } from './check.ts'

/** What is inactive can only be made active again, and what was merged into something else not even that. */
export const elementModifiable: Check = ({ description, before, after }, books) => {
  if (description.kind !== 'list' || before === undefined || isActive(before)) return undefined
  const isRevived = after['Active'] === true && !books.wasMerged(description.name, before.Id)
  return isRevived ? undefined : { name: 'deleted-element' }
}
