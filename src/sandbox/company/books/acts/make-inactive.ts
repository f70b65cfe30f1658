import { noBalance } from '../checks/no-balance.ts'
import type { Description } from '../descriptions/description.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { centsOf } from '../read/cents-of.ts'
import type { Performed } from '../write/perform-write.ts'
import { saveEntity } from '../write/save-entity.ts'

/** The words that QuickBooks writes on what it makes to bring a balance to nothing. */
const NOTE = 'Created by QB Online to adjust balance for deletion'

/**
 * In its pages QuickBooks makes a customer inactive whatever is owed, and balances it: with a credit memo, or an invoice
 * where the customer was in credit. Other entries with a balance are not made inactive here.
 */
export function makeInactive(draft: Draft, description: Description, entity: Entity): Performed {
  const { name } = description
  const common = { operation: 'update', allowDuplicateDocNumber: false } as const
  const cents = name === 'Customer' ? centsOf(entity, 'Balance') : 0
  if (name === 'Customer' && cents !== 0) balance(draft, entity.Id, cents)
  const before = draft.get(name, entity.Id) ?? entity
  const proposal = { ...common, description, before, after: { ...before, Active: false } }
  const fault = name === 'Customer' ? undefined : noBalance(proposal, draft)
  return fault === undefined ? { entity: saveEntity(draft, proposal, 'asked') } : { faults: [fault] }
}

function balance(draft: Draft, customerId: string, cents: number): void {
  const amount = Math.abs(cents) / 100
  const after = {
    CustomerRef: { value: customerId },
    PrivateNote: NOTE,
    Line: [{ Amount: amount, Description: NOTE, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: {} }],
  }
  const description = descriptions[cents > 0 ? 'CreditMemo' : 'Invoice']
  const proposal = {
    description,
    operation: 'create',
    before: undefined,
    after,
    allowDuplicateDocNumber: true,
  } as const
  saveEntity(draft, proposal, 'own')
}
