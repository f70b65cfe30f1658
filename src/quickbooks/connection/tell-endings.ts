import type { Position } from '../../storage/collection.ts'
import { announceEnding } from './announce-ending.ts'
import { changeConnection } from './change-connection.ts'
import type { ConnectionCollection } from './connection-collection.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly now: () => Date
  readonly newId: () => string
}

/** From here on, the end of a connection is told. */
const SOON_MILLISECONDS = 30 * 24 * 60 * 60 * 1000
const PAGE = 100

/** Finds connections that end soon, unused or after five years, and leaves word of it with each; answers with how many. */
export function createTellEndings({ connections, now, newId }: Needs) {
  return async (): Promise<number> =>
    (await tell('refreshDue', 'refreshExpiresAt')) + (await tell('hardDue', 'hardExpiresAt'))

  async function tell(index: string, field: 'refreshExpiresAt' | 'hardExpiresAt'): Promise<number> {
    const until = new Date(now().getTime() + SOON_MILLISECONDS).toISOString()
    const equals = { status: 'connected' }
    let told = 0
    let after: Position | undefined
    for (;;) {
      const page = await connections.page({ index, equals, until, after, limit: PAGE })
      for (const { doc } of page) {
        const at = now().toISOString()
        const announced = await changeConnection(connections, doc.firmId, (connection) =>
          announceEnding(connection, { now: at, newId }),
        )
        if (announced !== undefined) told += 1
      }
      const last = page.at(-1)?.doc
      if (last === undefined) return told
      after = { value: last[field] ?? until, id: last.id }
    }
  }
}
