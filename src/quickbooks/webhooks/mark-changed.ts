import type { ChangedEntities, ChangedEntity } from './changed-entity.ts'
import type { Notified } from './read-notifications.ts'

interface Needs {
  readonly changedEntities: ChangedEntities
  /** Undefined: the company is no firm's here. */
  readonly firmOfRealm: (realmId: string) => Promise<string | undefined>
  readonly now: () => Date
}

const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * Marks what was told of as changed, for the firms whose companies these are; answers with how many were. When it
 * resolves, the marks are kept. Order and repetition make no difference: the newest time of an entity stands.
 */
export type MarkChanged = (notified: readonly Notified[]) => Promise<number>

export function createMarkChanged({ changedEntities, firmOfRealm, now }: Needs): MarkChanged {
  return async (notified) => {
    const realms = [...new Set(notified.map(({ realmId }) => realmId))]
    const firms = new Map(
      await Promise.all(realms.map(async (realmId) => [realmId, await firmOfRealm(realmId)] as const)),
    )
    const expiresAt = new Date(now().getTime() + MONTH).toISOString()
    const newest = new Map<string, ChangedEntity>()
    for (const told of notified) {
      const firmId = firms.get(told.realmId)
      if (firmId === undefined) continue
      const id = [firmId, told.realmId, told.entity, told.entityId].join('/')
      const known = newest.get(id)
      if (known === undefined || isNewer(told, known)) newest.set(id, { id, firmId, ...told, expiresAt })
    }
    await Promise.all([...newest.values()].map(mark))
    return newest.size
  }

  async function mark(change: ChangedEntity): Promise<void> {
    for (;;) {
      const known = await changedEntities.get(change.id)
      if (known === undefined) {
        if (await changedEntities.insert(change)) return
      } else if (!isNewer(change, known.doc)) {
        return
      } else if (await changedEntities.replace(change, known.version)) {
        return
      }
    }
  }
}

function isNewer(one: Notified, other: Notified): boolean {
  return one.changedAt > other.changedAt
}
