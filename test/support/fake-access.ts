import type { NotSent } from '../../src/quickbooks/not-sent.ts'
import type { RealmAccess } from '../../src/quickbooks/realm-access.ts'

export const REALM = '9130347'
export const FIRST_TOKEN = 'canary-first-access-token.eyJhbGciOi'
export const OTHER_TOKEN = 'canary-other-access-token.eyJhbGciOi'

/** Access that has two tokens and room at once, and writes down what it was asked. */
export function fakeAccess(changes: Partial<RealmAccess> = {}): {
  readonly access: RealmAccess
  readonly asked: unknown[]
} {
  const asked: unknown[] = []
  const notSent = (waitingFor: NotSent['waitingFor']): NotSent => ({
    outcome: 'not-sent',
    waitingFor,
    until: new Date('2026-03-05T12:01:00Z'),
  })
  return {
    asked,
    access: {
      token: async () => ({ realmId: REALM, accessToken: FIRST_TOKEN }),
      renewed: async ({ accessToken }) => {
        asked.push(['renewed', accessToken])
        return { realmId: REALM, accessToken: OTHER_TOKEN }
      },
      reserve: async (call) => {
        asked.push(['reserve', call])
        return 'now'
      },
      throttled: async (by) => {
        asked.push(['throttled', by])
        return notSent(by === 'minute' ? 'rate-limit' : 'monthly-reads')
      },
      answered: async () => {
        asked.push(['answered'])
      },
      ...changes,
    },
  }
}
