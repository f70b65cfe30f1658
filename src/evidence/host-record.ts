import type { Evidence } from '../domain/evidence.ts'
import type { Probe } from './probe.ts'

/** What does the host itself say of the record now? That it would push it tells only where it would not before. */
export const hostRecord: Probe = async ({ host, now }) => {
  if (host === undefined) return undefined
  const fact = {
    kind: 'host-record',
    source: 'host',
    readAt: now().toISOString(),
  } as const
  const values = { isLinked: false, isRefused: false, isGone: false, quickbooksId: null }
  switch (host.outcome) {
    case 'in-books': {
      const linked = { ...values, isLinked: true, quickbooksId: host.quickbooksId }
      return { ...fact, values: linked, cause: 'gone', recommends: 'link' } satisfies Evidence
    }
    case 'gone':
      return { ...fact, values: { ...values, isGone: true }, cause: 'stands', recommends: 'skip' }
    case 'refused':
      return { ...fact, values: { ...values, isRefused: true }, cause: 'stands', recommends: null }
    case 'read':
      return { ...fact, values, cause: 'gone', recommends: 'resync' }
    case 'waiting':
    case 'unreachable':
      return undefined
  }
}
