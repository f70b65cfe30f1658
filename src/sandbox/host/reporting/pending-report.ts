import { z } from 'zod'

/** A report that is on its way to SyncDoctor. */
export const pendingReport = z
  .strictObject({
    /** Its place in the queue. */
    number: z.int(),
    kind: z.enum(['failure', 'success']),
    /** Names this report however often it is sent. */
    occurrenceId: z.string(),
    body: z.record(z.string(), z.unknown()),
  })
  .readonly()

export type PendingReport = z.infer<typeof pendingReport>
