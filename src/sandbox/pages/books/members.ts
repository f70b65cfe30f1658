import { z } from 'zod'
import type { Entity } from '../../company/books/entity.ts'

const reference = z.object({ value: z.string(), name: z.string().optional() })
const linked = z.object({ TxnId: z.string(), TxnType: z.string() })
const line = z.object({ LinkedTxn: z.array(linked).catch([]).default([]) })
const text = z.string().nullable().catch(null).default(null)
const number = z.number().nullable().catch(null).default(null)

const members = z.object({
  Id: z.string(),
  Active: z.boolean().catch(true).default(true),
  DisplayName: text,
  Name: text,
  DocNumber: text,
  Type: text,
  AccountType: text,
  TxnDate: text,
  PrivateNote: text,
  UnitPrice: number,
  TotalAmt: number,
  Balance: number,
  CurrentBalance: number,
  CustomerRef: reference.nullable().catch(null).default(null),
  IncomeAccountRef: reference.nullable().catch(null).default(null),
  AccountRef: reference.nullable().catch(null).default(null),
  LinkedTxn: z.array(linked).catch([]).default([]),
  Line: z.array(line).catch([]).default([]),
})

/** The members of an entity that pages show; null where it has none. */
export type Members = Readonly<z.infer<typeof members>>

export function membersOf(entity: Entity): Members {
  return members.parse(entity)
}
