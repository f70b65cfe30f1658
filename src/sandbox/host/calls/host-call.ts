import { z } from 'zod'
import { recordRef } from '../records/record-ref.ts'

const timestamp = z.iso.datetime()
const aboutRecord = z.object({ record: recordRef })

/**
 * What SyncDoctor asks of the host, signed as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`), at `POST /_host/calls`. A repetition under one `webhook-id` gets the first answer.
 *
 * - `record.read`: how the record stands now, for SyncDoctor to push it: 200 with a `HostPayload`.
 * - `record.push`: the host pushes it by itself and reports how it went: 202.
 * - `record.synced`: it is in QuickBooks under this id: 204.
 * - `record.skipped`, `record.reopened`: it is not to be pushed any more, or again: 204.
 * - `service.delete`: the service is deleted: 200 `{"deleted":{"type","id"}}`; 409 while something unsynced needs it.
 *
 * 404: no such record. 401: the signature is wrong, or older or newer than five minutes. 400: another call than these.
 */
export const hostCall = z.discriminatedUnion('type', [
  z.object({ type: z.literal('record.read'), timestamp, data: aboutRecord }),
  z.object({ type: z.literal('record.push'), timestamp, data: aboutRecord }),
  z.object({
    type: z.literal('record.synced'),
    timestamp,
    data: aboutRecord.extend({ quickbooksId: z.string().regex(/^\d{1,20}$/u) }),
  }),
  z.object({ type: z.literal('record.skipped'), timestamp, data: aboutRecord }),
  z.object({ type: z.literal('record.reopened'), timestamp, data: aboutRecord }),
  z.object({
    type: z.literal('service.delete'),
    timestamp,
    data: z.object({ record: z.object({ type: z.literal('service'), id: z.string().max(100) }) }),
  }),
])

export type HostCall = z.infer<typeof hostCall>
