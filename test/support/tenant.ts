import type { Role } from '../../src/domain/role.ts'
import type { Stores } from '../../src/create-stores.ts'
import type { ApiClient, Schemas } from './api-client.ts'

/** The headers of somebody with a key of this role; member roles need their firm. */
export async function headersOf(
  { keys }: Stores,
  role: Role,
  firmId: string | null = null,
): Promise<Record<string, string>> {
  const { key } = await keys.create({ role, firmId, expiresAt: null })
  return { Authorization: `Bearer ${key}` }
}

/** A firm with an owner `mem_1`, and the headers of the host's key. */
export async function addFirm(
  api: ApiClient,
  stores: Stores,
  firmId = 'acme',
): Promise<Record<string, string>> {
  const headers = await headersOf(stores, 'integrator')
  const name = `${firmId} Accounting`
  await api.ask('put', `/v1/firms/${firmId}`, { body: { name, currency: 'USD' }, headers })
  await api.ask('put', `/v1/firms/${firmId}/members/mem_1`, {
    body: { name: 'Ada Nowak', role: 'owner' },
    headers,
  })
  return headers
}

const ERROR =
  'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188'

/** A failure of invoice `inv_88`, with what this test says of it. */
export function failureOf(changes: Partial<Schemas['SyncFailure']> = {}): Schemas['SyncFailure'] {
  return {
    error: ERROR,
    httpStatus: 400,
    record: {
      type: 'invoice',
      id: 'inv_88',
      label: 'Invoice 1781',
      amount: '1250.00',
      currency: 'USD',
      date: '2026-03-02',
      client: { id: 'c_7', name: 'Northwind LLC' },
    },
    occurredAt: '2026-03-02T09:41:00Z',
    ...changes,
  }
}
