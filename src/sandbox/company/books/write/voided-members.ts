import type { Entity } from '../entity.ts'
import { groupOf } from '../read/group-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'

const MARK = 'Voided'

/** A transaction that stays in the books and comes to nothing. */
export function voidedMembers(entity: Entity): Members {
  const note = textOf(entity, 'PrivateNote')
  return {
    ...entity,
    PrivateNote: note === undefined || note.startsWith(MARK) ? (note ?? MARK) : `${MARK} - ${note}`,
    TotalAmt: 0,
    ...('Deposit' in entity && { Deposit: 0 }),
    TxnTaxDetail: { ...groupOf(entity, 'TxnTaxDetail'), TotalTax: 0 },
    // What a payment was applied to is open again; the lines of other forms stay, without amounts.
    Line: listOf(entity, 'Line').flatMap((line) =>
      listOf(line, 'LinkedTxn').length > 0 ? [] : [withoutAmount(line)],
    ),
  }
}

function withoutAmount(line: Members): Members {
  const detail = groupOf(line, 'SalesItemLineDetail')
  return { ...line, Amount: 0, ...(detail && { SalesItemLineDetail: { ...detail, Qty: 0, UnitPrice: 0 } }) }
}
