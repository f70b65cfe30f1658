import { expect, it } from '@jest/globals'
import { type Role, roles } from '../../src/domain/role.ts'
import type { Answer, Method, Service } from './api-client.ts'
import { headersOf } from './tenant.ts'

interface Call {
  readonly method: Method
  /** Of the firm `acme`, or of no firm. */
  readonly address: string
}

/** Tests that nobody but these roles may do this, and nobody who is of another firm. */
export function itIsOnlyFor(
  { api, stores }: Pick<Service, 'api' | 'stores'>,
  { method, address }: Call,
  allowed: readonly Role[],
): void {
  it('is nobody who shows no key, or one that is none', async () => {
    const shown: readonly Record<string, string>[] = [
      {},
      { Authorization: 'Bearer nonsense' },
      { Cookie: 'syncdoctor=nonsense' },
    ]
    for (const headers of shown) {
      const answer = await api.ask(method, address, { headers })
      expect(answer.status).toBe(401)
      expect(answer.as('Problem').code).toBe('unauthenticated')
    }
  })

  const others = roles.filter((role) => !allowed.includes(role))
  if (others.length > 0) {
    it.each(others)('is nobody of the role %s', async (role) => {
      const firmId = role === 'integrator' || role === 'support' ? null : 'acme'
      const answer = await api.ask(method, address, { headers: await headersOf(stores, role, firmId) })
      expect(answer.status).toBe(403)
      expect(answer.as('Problem').code).toBe('forbidden')
    })
  }

  if (address.startsWith('/v1/firms/acme')) {
    it.each(allowed)(
      'is no %s of another firm, who does not even learn that there is this one',
      async (role) => {
        const headers = await headersOf(stores, role, 'beta')
        const answer = await api.ask(method, address, { headers })
        expect(answer.status).toBe(404)
        expect(answer.as('Problem').code).toBe('not-found')
      },
    )
  }
}

/** The faults of an answer that must be a refusal of the request as not valid, each as its place and its code. */
export function faultsIn(answer: Answer): readonly string[] {
  expect(answer.status).toBe(400)
  const { code, errors = [] } = answer.as('Problem')
  expect(code).toBe('invalid-request')
  return errors.map((fault) => `${fault.in} ${fault.pointer} ${fault.code}`)
}
