import { z } from 'zod'
import type { RecordOf } from '../../host/records/host-record.ts'
import { notSynced } from '../../host/records/not-synced.ts'

const form = z.object({ customer: z.union([z.enum(['refuse', 'create']), z.string().regex(/^\d{1,20}$/u)]) })

/**
 * A client as the link dialog wants it: linked with a customer, or to be matched by its name at the next push. Undefined:
 * no form of ours asks so.
 */
export function linkClient(client: RecordOf<'client'>, body: unknown): RecordOf<'client'> | undefined {
  const customer = form.safeParse(body).data?.customer
  switch (customer) {
    case undefined:
      return undefined
    case 'refuse':
    case 'create':
      return { ...client, unmatched: customer, sync: notSynced }
    default:
      // The next push reports it.
      return { ...client, sync: { ...notSynced, quickbooksId: customer } }
  }
}
