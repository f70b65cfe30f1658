import { z } from 'zod'
import { recordTypes } from '../domain/record-type.ts'

/** What a host answers to `record.read`; members that we do not know are left aside. */
export const hostPayload = z.object({
  /** Null: the host cannot tell it now. */
  entity: z.string().max(100).nullable(),
  operation: z.enum(['create', 'update']).nullable(),
  /** Null: nothing is to be written. */
  body: z.record(z.string(), z.unknown()).nullable(),
  /** Under which it stands in QuickBooks already. */
  quickbooksId: z
    .string()
    .regex(/^\d{1,20}$/u)
    .nullish(),
  /** Of the host's own next write of it. */
  requestId: z
    .string()
    .regex(/^[\w-]{1,50}$/u)
    .nullish(),
  dependsOn: z
    .array(
      z.object({
        type: z.enum(recordTypes),
        id: z.string().min(1).max(100),
        quickbooksId: z.string().nullable(),
      }),
    )
    .max(1_000)
    .default([]),
  /** Why the host will not push it. */
  refusal: z.object({ error: z.string().max(65_536) }).nullish(),
})
