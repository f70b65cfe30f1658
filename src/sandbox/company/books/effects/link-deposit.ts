import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { linksOf } from '../read/links-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'

/** Marks what a deposit holds as deposited, and what it holds no longer as not. */
export function linkDeposit(
  draft: Draft,
  id: string,
  before: Entity | undefined,
  after: Entity | undefined,
): void {
  const held = new Set(after ? contentsOf(after) : [])
  for (const key of new Set([...(before ? contentsOf(before) : []), ...held])) {
    const [type, receivedId = ''] = key.split('/')
    if (type !== 'Payment' && type !== 'SalesReceipt') continue
    const received = draft.get(type, receivedId)
    if (received === undefined) continue
    const others = listOf(received, 'LinkedTxn').filter(({ TxnType }) => TxnType !== 'Deposit')
    const LinkedTxn = held.has(key) ? [...others, { TxnId: id, TxnType: 'Deposit' }] : others
    draft.change(type, receivedId, { ...received, LinkedTxn }, 'own')
  }
}

function contentsOf(deposit: Members): readonly string[] {
  return listOf(deposit, 'Line')
    .flatMap(linksOf)
    .map(({ type, id }) => `${type}/${id}`)
}
