import { SealError } from '../../secrets/seal-error.ts'
import type { Position } from '../../storage/collection.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'
import type { RotatedSecrets } from './connections.ts'
import type { TokenSeal } from './token-seal.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly tokenSeal: TokenSeal
}

const PAGE = 100

/** Seals the tokens of all connections with the first key, also while they are used and renewed. */
export function createRotateSecrets({ connections, tokenSeal }: Needs) {
  return async (): Promise<RotatedSecrets> => {
    const counts = { resealed: 0, current: 0, unreadable: 0 }
    let after: Position | undefined
    for (;;) {
      const page = await connections.page({ index: 'all', after, limit: PAGE })
      const last = page.at(-1)?.doc
      if (last === undefined) return counts
      for (const { doc } of page) {
        const done = await rotate(doc.id)
        if (done !== undefined) counts[done] += 1
      }
      after = { value: last.connectedAt, id: last.id }
    }
  }

  /** Undefined: it is gone, or holds no secrets. */
  async function rotate(id: string): Promise<keyof RotatedSecrets | undefined> {
    for (;;) {
      const known = await connections.get(id)
      if (known === undefined || known.doc.accessToken === null) return undefined
      if (!tokenSeal.isOld(known.doc)) return 'current'
      const resealed = await reseal(known.doc)
      if (resealed === undefined) return 'unreadable'
      if (await connections.replace(resealed, known.version)) return 'resealed'
    }
  }

  async function reseal(connection: Connection): Promise<Connection | undefined> {
    try {
      return await tokenSeal.reseal(connection)
    } catch (error) {
      if (error instanceof SealError) return undefined
      throw error
    }
  }
}
