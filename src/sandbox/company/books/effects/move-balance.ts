import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { ancestorsOf } from '../read/ancestors-of.ts'
import { centsOf } from '../read/cents-of.ts'
import { idOf } from '../read/id-of.ts'

const WITH_ALL_BELOW = { Account: 'CurrentBalanceWithSubAccounts', Customer: 'BalanceWithJobs' } as const

/** An entry that goes below another one takes with it what it and all below it come to. */
export function moveBalance(draft: Draft, name: 'Account' | 'Customer', before: Entity, after: Entity): void {
  if (idOf(before, 'ParentRef') === idOf(after, 'ParentRef')) return
  const member = WITH_ALL_BELOW[name]
  const cents = centsOf(before, member)
  const add = ({ Id }: Entity, more: number): void => {
    const above = draft.get(name, Id)
    if (above !== undefined)
      draft.note(name, Id, { ...above, [member]: (centsOf(above, member) + more) / 100 })
  }
  for (const above of ancestorsOf(name, before, draft)) add(above, -cents)
  for (const above of ancestorsOf(name, after, draft)) add(above, cents)
}
