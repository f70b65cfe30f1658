import type { EntityName } from './entity-name.ts'
import type { FaultName } from './faults/fault-texts.ts'

/** A list in which no name stands twice. */
export interface NameList {
  readonly of: readonly EntityName[]
  readonly fault: FaultName
  /** Names need only differ under one parent. */
  readonly perParent?: boolean
}

const people: NameList = { of: ['Customer', 'Vendor', 'Employee'], fault: 'duplicate-name' }

/** The list that an entity's name must be alone in. */
export const nameLists: Readonly<Partial<Record<EntityName, NameList>>> = {
  Customer: people,
  Vendor: people,
  Employee: people,
  Item: { of: ['Item'], fault: 'duplicate-item-name' },
  Account: { of: ['Account'], fault: 'duplicate-account-name', perParent: true },
  PaymentMethod: { of: ['PaymentMethod'], fault: 'duplicate-method-name' },
  Term: { of: ['Term'], fault: 'duplicate-term-name' },
}
