import type { EntityName } from '../entity-name.ts'
import type { FaultName } from '../faults/fault-texts.ts'
import { centsOf } from '../read/cents-of.ts'
import { isActive } from '../read/is-active.ts'
import type { Check } from './check.ts'

const FAULTS: Readonly<Partial<Record<EntityName, readonly [member: string, fault: FaultName]>>> = {
  Customer: ['Balance', 'open-balance-of-customer'],
  Vendor: ['Balance', 'open-balance-of-vendor'],
  Account: ['CurrentBalance', 'open-balance-of-account'],
}

/** What is owed, or holds money, is not made inactive. */
export const noBalance: Check = ({ description, before, after }) => {
  const rule = FAULTS[description.name]
  if (rule === undefined || before === undefined || isActive(after) || !isActive(before)) return undefined
  const [member, fault] = rule
  return centsOf(before, member) === 0 ? undefined : { name: fault }
}
