import type { BooksEntity } from '../../src/quickbooks/books-entity.ts'
import type { EntityName } from '../../src/quickbooks/entity-name.ts'
import type { Query, QuickBooks, Write } from '../../src/quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../../src/quickbooks/read-outcome.ts'
import type { Refusal } from '../../src/quickbooks/refusal.ts'
import type { WriteOutcome } from '../../src/quickbooks/write-outcome.ts'

export interface FakeQuickBooks extends QuickBooks {
  readonly entities: Map<EntityName, BooksEntity[]>
  /** Everything that was written, in order. */
  readonly writes: (Write & { readonly operation: 'create' | 'update' })[]
  /** How the next write ends instead of succeeding. */
  next: WriteOutcome | undefined
  /** How every read ends, while set. */
  reads: Exclude<ReadOutcome<never>, { readonly outcome: 'read' }> | undefined
  /** Resolves before each write is made. */
  pause: (() => Promise<void>) | undefined
  add(entity: EntityName, body: Readonly<Record<string, unknown>>): BooksEntity
}

/** Books without rules of their own: takes everything, or answers as it is told. */
export function fakeQuickBooks(): FakeQuickBooks {
  const entities: FakeQuickBooks['entities'] = new Map()
  let last = 0
  const all = (entity: EntityName) => entities.get(entity) ?? []
  const read = <T>(value: T): ReadOutcome<T> => fake.reads ?? { outcome: 'read', value }
  const asked = ({ entity, where = [] }: Query) =>
    all(entity).filter((one) =>
      where.every(({ field, value }) => String(one[field]).toLowerCase() === String(value).toLowerCase()),
    )
  const write = async (operation: 'create' | 'update', write: Write): Promise<WriteOutcome> => {
    await fake.pause?.()
    fake.writes.push({ ...write, operation })
    const { next } = fake
    fake.next = undefined
    if (next !== undefined) return next
    const entity = operation === 'create' ? fake.add(write.entity, write.body) : change(write)
    return { outcome: 'succeeded', entity, intuitTid: null }
  }
  const change = ({ entity, body }: Write): BooksEntity => {
    const list = all(entity)
    const at = list.findIndex(({ Id }) => Id === body.Id)
    const changed = { ...list[at], ...body, Id: String(body.Id), SyncToken: '1' }
    list[at] = changed
    return changed
  }
  const fake: FakeQuickBooks = {
    entities,
    writes: [],
    next: undefined,
    reads: undefined,
    pause: undefined,
    add(entity, body) {
      last += 1
      const added = { ...body, Id: String(last), SyncToken: '0' }
      entities.set(entity, [...all(entity), added])
      return added
    },
    create: (sent) => write('create', sent),
    update: (sent) => write('update', sent),
    get: async (entity, id) => read(all(entity).find(({ Id }) => Id === id)),
    query: async (query) => read(asked(query)),
    queries: async (queries) => read(queries.map(asked)),
    preferences: async () => read({ Id: '1', SyncToken: '0' }),
    companyInfo: async () => read({ Id: '1', SyncToken: '0' }),
    changes: async () => read([]),
  }
  return fake
}

/** QuickBooks' refusal in these words. */
export function refusalOf(code: string, message: string, detail: string): Refusal {
  return {
    httpStatus: 400,
    error: JSON.stringify({
      Fault: { Error: [{ Message: message, Detail: detail, code, element: '' }], type: 'ValidationFault' },
    }),
    faults: [{ code, message, detail, element: '' }],
    intuitTid: null,
  }
}
