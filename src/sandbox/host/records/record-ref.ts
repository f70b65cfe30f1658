import { z } from 'zod'
import { recordTypes } from '../../../domain/record-type.ts'

/** Which record of the host. */
export const recordRef = z.object({ type: z.enum(recordTypes), id: z.string().max(100) }).readonly()

export type RecordRef = z.infer<typeof recordRef>
