import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import type { RecordOf } from '../records/host-record.ts'
import { mapClient } from '../mapping/map-client.ts'
import { notRead } from './not-read.ts'
import type { Prepared } from './prepared.ts'

/** Only at its first sync is a client matched with a customer: by the exact name, then linked; later renames stay here. */
export async function prepareClient(client: RecordOf<'client'>, quickbooks: QuickBooks): Promise<Prepared> {
  const { name, unmatched, sync } = client
  if (sync.quickbooksId !== null) {
    return { outcome: 'linked', entity: 'Customer', quickbooksId: sync.quickbooksId }
  }
  const tried = { entity: 'Customer', operation: 'match' } as const
  const found = await quickbooks.query({
    entity: 'Customer',
    where: [{ field: 'DisplayName', operator: '=', value: name }],
  })
  if (found.outcome !== 'read') return notRead(found, tried)
  // QuickBooks compares names without regard to case; a match is exact.
  const match = found.value.find((customer) => customer.DisplayName === name)
  if (match !== undefined) return { outcome: 'linked', entity: 'Customer', quickbooksId: match.Id }
  if (unmatched === 'create') return { outcome: 'write', operation: 'create', ...mapClient(client) }
  const error = `Can't find an exact match for *${name}* in your QuickBooks account`
  return { outcome: 'refused', failure: { error, summary: error, httpStatus: null, payload: null, ...tried } }
}
