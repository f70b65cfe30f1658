import type { BooksChange, CompanySettings } from './books.ts'
import type { BooksData } from './books-data.ts'
import type { BooksView } from './books-view.ts'
import { companyTime } from './company-time.ts'
import { descriptions } from './descriptions/descriptions.ts'
import type { Entity } from './entity.ts'
import type { EntityName } from './entity-name.ts'
import type { Members } from './read/members.ts'

/** What a write is about to make of one thing; `after` undefined: it is deleted. */
export interface Drafted {
  readonly name: EntityName
  readonly id: string
  readonly before: Entity | undefined
  readonly after: Entity | undefined
  readonly cause: BooksChange['cause']
}

/** One write under way: it reads as if it were done, and nothing is changed before it is accepted. */
export interface Draft extends BooksView {
  /** A new entry, with an id of its own, or with the one given. */
  add(name: EntityName, members: Members, cause: BooksChange['cause'], id?: string): Entity
  /** All members of what there is already, anew; its SyncToken goes up, once however often it is changed. */
  change(name: EntityName, id: string, members: Members, cause: BooksChange['cause']): Entity
  /** As `change`, but nobody who edits it at the same moment is disturbed: its SyncToken stays. */
  note(name: EntityName, id: string, members: Members): void
  remove(name: EntityName, id: string, cause: BooksChange['cause']): void
  merge(name: EntityName, id: string, into: string): void
  setSettings(settings: CompanySettings): void
  drafted(): readonly Drafted[]
  /** Makes all of it so. */
  accept(): readonly BooksChange[]
}

/** Opens a draft on these books; only one may be under way at a time. */
export function openDraft(data: BooksData, now: Date): Draft {
  const time = companyTime(now)
  const changed = new Map<string, Drafted>()
  const merged = new Map<string, string>()
  const nextIds = new Map(data.nextIds)
  let settings = data.settings

  const keyOf = (name: EntityName, id: string) => `${name}/${id}`
  const get = (name: EntityName, id: string): Entity | undefined => {
    const drafted = changed.get(keyOf(name, id))
    return drafted === undefined ? data.entities(name).get(id) : drafted.after
  }

  function put(name: EntityName, id: string, after: Entity | undefined, cause: BooksChange['cause']): void {
    const earlier = changed.get(keyOf(name, id))
    changed.set(keyOf(name, id), {
      name,
      id,
      before: data.entities(name).get(id),
      after,
      // What was asked for stays so, whatever QuickBooks adds to it.
      cause: earlier?.cause === 'asked' ? 'asked' : cause,
    })
  }

  function existing(name: EntityName, id: string): Entity {
    const entity = get(name, id)
    if (entity === undefined) throw new Error(`There is no ${name} ${id} to change`)
    return entity
  }

  function newId(name: EntityName): string {
    const { idSpace } = descriptions[name]
    const next = nextIds.get(idSpace) ?? 1
    nextIds.set(idSpace, next + 1)
    return String(next)
  }

  function rewrite(
    name: EntityName,
    id: string,
    members: Members,
    token: 'raised' | 'kept',
    cause: BooksChange['cause'],
  ) {
    const { MetaData } = existing(name, id)
    const stored = data.entities(name).get(id)
    const before = Number(stored?.SyncToken ?? 0)
    const isRaised =
      stored !== undefined && (token === 'raised' || get(name, id)?.SyncToken !== stored.SyncToken)
    const entity = entityOf(members, {
      id,
      token: isRaised ? before + 1 : before,
      created: MetaData.CreateTime,
      time,
    })
    put(name, id, entity, cause)
    return entity
  }

  return {
    get settings() {
      return settings
    },
    today: time.slice(0, 10),
    get,
    *all(name) {
      for (const id of data.entities(name).keys()) {
        const entity = get(name, id)
        if (entity !== undefined) yield entity
      }
      for (const drafted of changed.values()) {
        if (drafted.name === name && drafted.before === undefined && drafted.after !== undefined)
          yield drafted.after
      }
    },
    wasDeleted: (name, id) => data.deleted(name).some((tombstone) => tombstone.Id === id),
    wasMerged: (name, id) => data.merged.has(keyOf(name, id)) || merged.has(keyOf(name, id)),

    add(name, members, cause, id = newId(name)) {
      const { idSpace } = descriptions[name]
      nextIds.set(idSpace, Math.max(nextIds.get(idSpace) ?? 1, Number(id) + 1))
      const entity = entityOf(members, { id, token: 0, created: time, time })
      put(name, id, entity, cause)
      return entity
    },
    change: (name, id, members, cause) => rewrite(name, id, members, 'raised', cause),
    note(name, id, members) {
      rewrite(name, id, members, 'kept', 'own')
    },
    remove(name, id, cause) {
      existing(name, id)
      put(name, id, undefined, cause)
    },
    merge(name, id, into) {
      merged.set(keyOf(name, id), into)
    },
    setSettings(next) {
      settings = next
    },
    drafted: () => [...changed.values()],

    accept() {
      data.settings = settings
      for (const [space, next] of nextIds) data.nextIds.set(space, next)
      for (const [key, into] of merged) data.merged.set(key, into)
      return [...changed.values()].flatMap(({ name, id, before, after, cause }): BooksChange[] => {
        if (after !== undefined) {
          data.entities(name).set(id, after)
        } else {
          data.entities(name).delete(id)
          // What came and went within one write was never there.
          if (before === undefined) return []
          data.deleted(name).push({ Id: id, status: 'Deleted', MetaData: { LastUpdatedTime: time } })
        }
        return [{ name, id, entity: after ?? null, cause }]
      })
    },
  }
}

interface System {
  readonly id: string
  readonly token: number
  readonly created: string
  readonly time: string
}

function entityOf(members: Members, { id, token, created, time }: System): Entity {
  return {
    ...members,
    domain: 'QBO',
    sparse: false,
    Id: id,
    SyncToken: String(token),
    MetaData: { CreateTime: created, LastUpdatedTime: time },
  }
}
