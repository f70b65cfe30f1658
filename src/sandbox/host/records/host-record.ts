import { z } from 'zod'
import type { RecordType } from '../../../domain/record-type.ts'

const id = z.string().regex(/^[!-~]{1,100}$/u)
const date = z.iso.date()
/** In the smallest unit of the firm's currency. */
const amount = z.int().min(0)

/** How far a record has come on its way into QuickBooks. */
const sync = z.strictObject({
  status: z.enum(['not-synced', 'synced', 'failed', 'skipped']),
  /** Known once QuickBooks took it; it stays known while a change of it waits. */
  quickbooksId: z.string().nullable(),
  /** What the last try was told, as people read it; null once it succeeded. */
  error: z.string().nullable(),
  /** Of a write whose outcome nobody knows, or that SyncDoctor makes; the next try is made under the same one. */
  requestId: z.string().nullable(),
})

const client = z.strictObject({
  type: z.literal('client'),
  id,
  name: z.string(),
  email: z.string().nullable(),
  /** What happens where QuickBooks has no customer of this very name. */
  unmatched: z.enum(['refuse', 'create']),
  sync,
})

const service = z.strictObject({
  type: z.literal('service'),
  id,
  name: z.string(),
  price: amount,
  /** Its own income account in QuickBooks; null: that of the settings. */
  incomeAccountId: z.string().nullable(),
  sync,
})

const line = z.strictObject({
  serviceId: id,
  description: z.string(),
  quantity: z.int().positive(),
  price: amount,
})

const invoice = z.strictObject({
  type: z.literal('invoice'),
  id,
  number: z.string(),
  clientId: id,
  date,
  lines: z.array(line).min(1).readonly(),
  sync,
})

const payment = z.strictObject({
  type: z.literal('payment'),
  id,
  invoiceId: id,
  date,
  method: z.enum(['cash', 'card', 'promotional-credit']),
  amount,
  sync,
})

const refund = z.strictObject({ type: z.literal('refund'), id, paymentId: id, date, amount, sync })

const expense = z.strictObject({
  type: z.literal('expense'),
  id,
  description: z.string(),
  date,
  amount,
  sync,
})

/** A record of the practice-management application, as it is kept. */
export const hostRecord = z
  .discriminatedUnion('type', [client, service, invoice, payment, refund, expense])
  .readonly()

export type HostRecord = z.infer<typeof hostRecord>

export type RecordOf<T extends RecordType> = Extract<HostRecord, { readonly type: T }>

export type SyncState = Readonly<z.infer<typeof sync>>
