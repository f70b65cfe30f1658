import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'

/**
 * Changes a firm's connection, however many change it at once; `next` answers undefined where it is to stay as it is. The
 * answer is what is kept from now on; undefined: nothing was changed.
 */
export async function changeConnection(
  connections: ConnectionCollection,
  firmId: string,
  next: (connection: Connection) => Connection | undefined,
): Promise<Connection | undefined> {
  for (;;) {
    const known = await connections.get(firmId)
    const changed = known && next(known.doc)
    if (known === undefined || changed === undefined) return undefined
    if (await connections.replace(changed, known.version)) return changed
  }
}
