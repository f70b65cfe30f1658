import { SealError } from '../../secrets/seal-error.ts'
import type { Position } from '../../storage/collection.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Renewal } from './renewal.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly renewal: Renewal
  readonly onNotRenewed: (firmId: string, reason: string) => void
  readonly now: () => Date
}

const DAY = 24 * 60 * 60 * 1000
/** Half of what Intuit gives, so that a connection that cannot be renewed is known long before it ends. */
const LEFT_MILLISECONDS = 50 * DAY
const PAGE = 100

/** Renews connections that nobody has used for long, one after the other; answers how many it renewed. */
export function createRefreshIdle({ connections, renewal, onNotRenewed, now }: Needs) {
  return async (): Promise<number> => {
    const until = new Date(now().getTime() + LEFT_MILLISECONDS).toISOString()
    let renewed = 0
    let after: Position | undefined
    for (;;) {
      const page = await connections.page({
        index: 'refreshDue',
        equals: { status: 'connected' },
        until,
        after,
        limit: PAGE,
      })
      const last = page.at(-1)?.doc
      if (last === undefined) return renewed
      for (const { doc } of page) {
        await renewIfReadable(doc.firmId)
        const kept = (await connections.get(doc.firmId))?.doc
        if (kept !== undefined && kept.refreshExpiresAt > until) renewed += 1
      }
      after = { value: last.refreshExpiresAt, id: last.id }
    }
  }

  /** One whose key is lost must not keep the others from being renewed. */
  async function renewIfReadable(firmId: string): Promise<void> {
    try {
      await renewal.token(firmId)
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      onNotRenewed(firmId, error.message)
    }
  }
}
