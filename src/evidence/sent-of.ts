import type { Issue } from '../domain/issue.ts'
import type { HostPayload } from '../host/host.ts'
import { isEntityName } from '../quickbooks/is-entity-name.ts'
import type { Sent } from './probe.ts'
import { storedPayload } from './stored-payload.ts'

/** What a resync would send: what the host says now, else what was pushed when it failed. Undefined: nobody knows. */
export function sentOf(
  issue: Issue,
  host: HostPayload | undefined,
  customerId: string | null,
): Sent | undefined {
  const payload = host?.outcome === 'read' ? host.payload : storedPayload(issue, customerId)
  if (payload === undefined || !isEntityName(payload.entity)) return undefined
  return { entity: payload.entity, operation: payload.operation, body: payload.body }
}
