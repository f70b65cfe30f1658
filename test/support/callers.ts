import type { Stores } from '../../src/wiring/create-stores.ts'
import { memberRoles, type Role, roles } from '../../src/domain/role.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { everyOperation, examplesOf, type Method } from './api-client.ts'
import { syncFailure } from './kept-issues.ts'
import { justRead } from './just-read.ts'
import { host } from './readings.ts'
import { headersOf } from './tenant.ts'
import { somethingUnderWay } from './under-way.ts'

/** Somebody who calls. */
export interface Caller {
  readonly name: string
  readonly by: 'key' | 'session'
  readonly role: Role
  /** Whether they belong to one firm. */
  readonly ofFirm: boolean
}

/** Keys of every role for one firm, those of roles that may be for all firms, and sessions of members. */
export const callers: readonly Caller[] = [
  ...roles.map((role) => ({ name: `a key of ${role} for the firm`, by: 'key' as const, role, ofFirm: true })),
  ...(['integrator', 'support'] as const).map((role) => ({
    name: `a key of ${role} for all firms`,
    by: 'key' as const,
    role,
    ofFirm: false,
  })),
  ...memberRoles.map((role) => ({
    name: `a session of ${role}`,
    by: 'session' as const,
    role,
    ofFirm: true,
  })),
]

/** The headers of a caller of this firm, whose key or session is made now. */
export async function headersOfCaller(
  stores: Stores,
  { by, role, ofFirm }: Caller,
  { firmId, origin }: { readonly firmId: string; readonly origin: string },
): Promise<Record<string, string>> {
  if (by === 'key') return headersOf(stores, role, ofFirm ? firmId : null)
  const { token } = await stores.portal.createLink({ firmId, memberId: `mem_${role}`, language: null })
  const session = await stores.portal.signIn(token)
  return { Cookie: `syncdoctor=${session?.token}`, Origin: origin }
}

/** A firm as new: a member of each role, `mem_1` beside them, and the issue of invoice `inv_88`, about to be resynced. */
export async function aFreshFirm(stores: Stores, firmId: string): Promise<void> {
  const { firms, members, issues } = stores
  await firms.remove(firmId)
  await firms.put(firmId, {
    name: `${firmId} Accounting`,
    locale: 'en-US',
    timeZone: 'UTC',
    currency: 'USD',
    notificationAddresses: [],
  })
  for (const role of memberRoles) {
    await members.put({ id: `mem_${role}`, firmId, name: role, email: null, role, language: null })
  }
  await members.put({ id: 'mem_1', firmId, name: 'Ada Nowak', email: null, role: 'owner', language: null })
  await issues.reportFailure(firmId, syncFailure(1), host)
  await somethingUnderWay(stores, firmId)
  // What was just read is not read again, from books that this firm is not connected to.
  await justRead(stores, firmId)
}

/** The issue of invoice `inv_88` of a firm. */
export function issueOfFirm(firmId: string): string {
  return issueId(firmId, { type: 'invoice', id: 'inv_88' })
}

export interface OperationCall {
  readonly id: string
  readonly method: Method
  readonly template: string
  readonly allowed: readonly string[]
  readonly mayBeNew: boolean
  /** Whether its address names a firm, or something that a firm owns. */
  readonly isOfFirm: boolean
  readonly bodies: readonly unknown[]
  /** The address for this firm, the other parameters of the path as in the examples. */
  readonly addressOf: (firmId: string, values?: Readonly<Record<string, string>>) => string
}

/** Every operation, ready to be called. */
export const calls: readonly OperationCall[] = everyOperation.map(({ id, method, template, operation }) => {
  const bodies = Object.values(operation.requestBody?.content ?? {}).flatMap(examplesOf)
  const examples = Object.fromEntries(
    (operation.parameters ?? [])
      .filter(
        (parameter) =>
          parameter.in === 'path' ||
          (parameter.in === 'query' && (isRequired(parameter) || parameter.name === 'firmId')),
      )
      .map((parameter) => [
        parameter.name,
        { in: parameter.in, value: String(examplesOf(parameter)[0]?.[1]) },
      ]),
  )
  return {
    id,
    method,
    template,
    allowed: operation['x-allow'],
    mayBeNew: 'x-firm' in operation,
    isOfFirm: 'firmId' in examples || 'endpointId' in examples,
    bodies: bodies.length === 0 ? [undefined] : bodies.map(([, body]) => body),
    addressOf: (firmId, values = {}) => {
      const given: Readonly<Record<string, string>> = {
        firmId,
        issueId: issueOfFirm(firmId),
        actionId: `act_${firmId}`,
        bulkActionId: `blk_${firmId}`,
        endpointId: `whe_${firmId}`,
        eventId: `evt_${firmId}`,
        ...values,
      }
      const query = new URLSearchParams()
      let address = template
      for (const [name, { in: place, value }] of Object.entries(examples)) {
        const wanted = given[name] ?? value
        if (place === 'query') query.set(name, wanted)
        else address = address.replace(`{${name}}`, encodeURIComponent(wanted))
      }
      return query.size === 0 ? address : `${address}?${query}`
    },
  }
})

function isRequired(parameter: object): boolean {
  return 'required' in parameter && parameter.required === true
}
