import type { Role } from '../../src/domain/role.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'
import type { ApiClient, Schemas, Service } from './api-client.ts'

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

/** A moment that tests take for the present, some days after the failures below. */
export const NOW = new Date('2026-03-05T12:00:00.000Z')

/** A time before (or, negative, after) `NOW`, as the service writes times. */
export function hoursAgo(hours: number): string {
  return new Date(NOW.getTime() - hours * 60 * 60 * 1000).toISOString()
}

/** The headers of a member's browser, signed in by a portal link. */
export async function sessionOf(
  { stores, publicUrl }: Pick<Service, 'stores' | 'publicUrl'>,
  memberId = 'mem_1',
  firmId = 'acme',
): Promise<Record<string, string>> {
  const { token } = await stores.portal.createLink({ firmId, memberId, language: null })
  const session = await stores.portal.signIn(token)
  if (session === undefined) throw new Error(`Nobody is ${memberId} of ${firmId}.`)
  return { Cookie: `syncdoctor=${session.token}`, Origin: publicUrl }
}

/** Invoice `inv_88`, with what this test says of it. */
export function recordOf(changes: Partial<Schemas['ReportedRecord']> = {}): Schemas['ReportedRecord'] {
  return {
    type: 'invoice',
    id: 'inv_88',
    label: 'Invoice 1781',
    amount: '1250.00',
    currency: 'USD',
    date: '2026-03-02',
    client: { id: 'c_7', name: 'Northwind LLC' },
    ...changes,
  }
}

/** A failure of invoice `inv_88`, with what this test says of it. */
export function failureOf(changes: Partial<Schemas['SyncFailure']> = {}): Schemas['SyncFailure'] {
  return {
    error: ERROR,
    httpStatus: 400,
    record: recordOf(),
    occurredAt: '2026-03-02T09:41:00Z',
    ...changes,
  }
}

/** The issue of a failure of the record with this id, reported now. */
export async function anIssue(
  api: ApiClient,
  host: Record<string, string>,
  id: string,
  changes: Partial<Schemas['SyncFailure']> = {},
): Promise<Schemas['Issue']> {
  const failure = failureOf({ record: recordOf({ id }), ...changes })
  return (await api.post('/v1/firms/acme/failures', failure, host)).as('FailureReport').issue
}
