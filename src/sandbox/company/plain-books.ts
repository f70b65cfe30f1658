import type { Books, BooksChange, BooksState, Tombstone, Written } from './books/books.ts'
import type { Entity } from './books/entity.ts'
import type { EntityName } from './books/entity-name.ts'

/** Books without rules of their own. */
export function createPlainBooks({
  state,
  now,
}: {
  readonly state?: BooksState
  readonly now: () => Date
}): Books {
  const all = new Map<EntityName, Entity[]>()
  const gone = new Map<EntityName, Tombstone[]>()
  let nextId = state?.nextId ?? 1
  const time = () =>
    now()
      .toISOString()
      .replace(/\.\d+Z/u, '-00:00')
  let settings = state?.settings ?? {
    companyName: 'Sandbox Company',
    language: 'en',
    customTxnNumbers: true,
    warnDuplicateNumbers: true,
    autoApplyCredit: true,
    bookCloseDate: null,
    bookClosePassword: false,
    subscription: 'active',
    inactiveCustomerFault: '6250',
  }
  for (const [name, list] of Object.entries(state?.entities ?? {})) all.set(name as EntityName, [...list])
  for (const [name, list] of Object.entries(state?.deleted ?? {})) gone.set(name as EntityName, [...list])
  const list = (name: EntityName) => all.get(name) ?? []
  if (state === undefined) {
    const MetaData = { CreateTime: time(), LastUpdatedTime: time() }
    all.set('CompanyInfo', [{ Id: '1', SyncToken: '0', MetaData, CompanyName: settings.companyName }])
    all.set('Preferences', [{ Id: '1', SyncToken: '0', MetaData }])
  }
  return {
    get settings() {
      return settings
    },
    write({ operation, entity, body }): Written {
      const given = body as Record<string, unknown>
      if (operation === 'create') {
        const made: Entity = {
          ...given,
          Active: true,
          domain: 'QBO',
          sparse: false,
          Id: String(nextId++),
          SyncToken: '0',
          MetaData: { CreateTime: time(), LastUpdatedTime: time() },
        }
        all.set(entity, [...list(entity), made])
        return { entity: made, changes: [{ name: entity, id: made.Id, entity: made, cause: 'asked' }] }
      }
      const old = list(entity).find((one) => one.Id === given.Id)
      if (old === undefined)
        return {
          refused: {
            httpStatus: 400,
            type: 'ValidationFault',
            faults: [{ code: '610', message: 'Object Not Found', detail: 'Object Not Found : x' }],
          },
        }
      if (operation === 'delete') {
        all.set(
          entity,
          list(entity).filter((one) => one !== old),
        )
        gone.set(entity, [
          ...(gone.get(entity) ?? []),
          { Id: old.Id, status: 'Deleted', MetaData: { LastUpdatedTime: time() } },
        ])
        return {
          entity: old,
          changes: [{ name: entity, id: old.Id, entity: null, cause: 'asked' } satisfies BooksChange],
        }
      }
      const made: Entity = {
        ...old,
        ...given,
        SyncToken: String(Number(old.SyncToken) + 1),
        MetaData: { ...old.MetaData, LastUpdatedTime: time() },
      }
      all.set(
        entity,
        list(entity).map((one) => (one === old ? made : one)),
      )
      return { entity: made, changes: [{ name: entity, id: made.Id, entity: made, cause: 'asked' }] }
    },
    person(act) {
      if (act.act === 'change-settings') settings = { ...settings, ...act.settings }
      const entity = list('CompanyInfo')[0] as Entity
      return { entity, changes: [] }
    },
    get: (name, id) => list(name).find((one) => one.Id === id),
    all: list,
    deleted: (name) => gone.get(name) ?? [],
    state: () => ({ settings, entities: Object.fromEntries(all), deleted: Object.fromEntries(gone), nextId }),
  }
}
