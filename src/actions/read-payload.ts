import type { Issue } from '../domain/issue.ts'
import { storedPayload } from '../evidence/stored-payload.ts'
import type { HostPayload } from '../host/host.ts'
import type { Work } from './work.ts'

/** What the record is now: as the host says, or where that has no address, as it was when it failed, if that was kept. */
export async function readPayload(
  issue: Issue,
  { hostOf, quickbooksIdOf }: Pick<Work, 'hostOf' | 'quickbooksIdOf'>,
): Promise<HostPayload | { readonly outcome: 'not-kept' }> {
  const { firmId, record } = issue
  const host = await hostOf(firmId)
  if (host !== undefined) return host.read(record)
  const { client } = record
  const customerId = client && (await quickbooksIdOf(firmId, { type: 'client', id: client.id }))
  const payload = storedPayload(issue, customerId)
  return payload === undefined ? { outcome: 'not-kept' } : { outcome: 'read', payload }
}
