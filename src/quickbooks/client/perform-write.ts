import type { Write } from '../quickbooks.ts'
import type { WriteOutcome } from '../write-outcome.ts'
import type { Call } from './call.ts'
import type { NodeQuickBooks } from './node-quickbooks.ts'
import { readEntity } from './read-entity.ts'

/** Makes a write, each try with a body of its own and always the same request id. */
export async function performWrite(
  call: Call,
  { entity, body, requestId }: Write,
  start: (client: NodeQuickBooks, body: Record<string, unknown>, done: () => void) => void,
): Promise<WriteOutcome> {
  if (requestId.length < 1 || requestId.length > 50) {
    throw new RangeError('A request id has 1 to 50 characters.')
  }
  const ended = await call({
    kind: 'write',
    slots: 1,
    reads: 0,
    // The library takes the request id, and more, out of what it is given.
    start: (client, done) => start(client, { ...structuredClone(body), requestId }, done),
    accept: (answer) => readEntity(answer, entity),
  })
  switch (ended.outcome) {
    case 'answered':
      return { outcome: 'succeeded', entity: ended.value, intuitTid: ended.intuitTid }
    case 'lost':
      return { outcome: 'unknown', reason: ended.reason, intuitTid: ended.intuitTid }
    case 'refused':
    case 'not-sent':
      return ended
  }
}
