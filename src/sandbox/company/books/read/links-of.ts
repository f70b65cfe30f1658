import { listOf } from './list-of.ts'
import type { Members } from './members.ts'
import { textOf } from './text-of.ts'

/** A transaction that another one, or one of its lines, is linked to. */
export interface Link {
  readonly id: string
  /** As the v3 API names it, such as `Invoice`. */
  readonly type: string
}

export function linksOf(members: Members): readonly Link[] {
  return listOf(members, 'LinkedTxn').flatMap((link) => {
    const id = textOf(link, 'TxnId')
    const type = textOf(link, 'TxnType')
    return id === undefined || type === undefined ? [] : [{ id, type }]
  })
}
