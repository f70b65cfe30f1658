import { z } from 'zod'
import type { Issue } from '../domain/issue.ts'
import type { Payload } from '../domain/payload.ts'
import type { RecordType } from '../domain/record-type.ts'
import { entityOf } from './entity-of.ts'

const bodies = z.record(z.string(), z.unknown())
const references = z.object({ value: z.string() })

/** What QuickBooks takes for no record without its client. */
const ofClients: ReadonlySet<RecordType> = new Set(['invoice', 'payment', 'refund'])

/**
 * What was pushed when it failed last, under the client's present id; undefined: nobody kept it. A client can always be
 * looked for by its name.
 */
export function storedPayload(issue: Issue, customerId: string | null): Payload | undefined {
  const { record, payload, lastSeenAt: at } = issue
  const entity = entityOf(issue)
  const common = { entity, requestId: null, dependsOn: [], source: 'stored', at } as const
  const body = payload === null ? undefined : bodies.safeParse(JSON.parse(payload)).data
  if (body === undefined || issue.operation === 'match') {
    if (record.type !== 'client') return undefined
    return { ...common, operation: 'match', body: { DisplayName: record.label } }
  }
  const known = customerId ?? references.safeParse(body['CustomerRef']).data?.value ?? null
  const { client } = record
  const isOfClient = ofClients.has(record.type) || 'CustomerRef' in body
  const dependsOn =
    client === null || !isOfClient ? [] : [{ type: 'client', id: client.id, quickbooksId: known } as const]
  return {
    ...common,
    dependsOn,
    operation: issue.operation === 'update' ? 'update' : 'create',
    body: customerId !== null && isOfClient ? { ...body, CustomerRef: { value: customerId } } : body,
  }
}
