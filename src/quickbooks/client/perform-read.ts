import type { ReadOutcome } from '../read-outcome.ts'
import type { Call, Request } from './call.ts'

/** Makes a read; one request and one metered read, unless it says otherwise. */
export async function performRead<T>(
  call: Call,
  request: Pick<Request<T>, 'start' | 'accept'> & Partial<Pick<Request<T>, 'slots' | 'reads'>>,
): Promise<ReadOutcome<T>> {
  const ended = await call({ kind: 'read', slots: 1, reads: 1, ...request })
  switch (ended.outcome) {
    case 'answered':
      return { outcome: 'read', value: ended.value }
    case 'lost':
      return { outcome: 'failed', reason: ended.reason }
    case 'refused':
    case 'not-sent':
      return ended
  }
}
