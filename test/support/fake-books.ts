import type { BooksEntity } from '../../src/quickbooks/books-entity.ts'
import type { EntityName } from '../../src/quickbooks/entity-name.ts'
import type { Query, QuickBooks, Write } from '../../src/quickbooks/quickbooks.ts'
import type { WriteOutcome } from '../../src/quickbooks/write-outcome.ts'

/** How a write goes, apart from what the books themselves say. */
export type Weather =
  'fair' | 'commit-then-lose' | 'commit-late' | 'lose' | 'busy' | 'throttled' | 'disconnected'

const lists: ReadonlySet<EntityName> = new Set(['Customer', 'Vendor', 'Item'])

/** Books that keep to QuickBooks' rules as far as writing twice goes, in memory. */
export class FakeBooks implements QuickBooks {
  /** How the next writes go, the first first; fair when it is empty. */
  readonly weather: Weather[] = []
  /** Everything that was written, in order. */
  readonly ledger: { readonly entity: EntityName; readonly id: string; readonly requestId: string }[] = []
  readonly #entities = new Map<string, BooksEntity & { readonly entity: EntityName }>()
  readonly #answers = new Map<string, BooksEntity>()
  readonly #late: Write[] = []
  closeDate: string | null = null
  /** What it says to every write, if anything. */
  refuses: string | null = null

  /** Done once, right before the next write. */
  before: (() => Promise<unknown>) | undefined

  async create(write: Write): Promise<WriteOutcome> {
    const { before } = this
    this.before = undefined
    await before?.()
    if (this.refuses !== null) return refused('6000', this.refuses)
    const weather = this.weather.shift() ?? 'fair'
    switch (weather) {
      case 'lose':
        return { outcome: 'unknown', reason: 'reset', intuitTid: null }
      case 'throttled':
        return { outcome: 'not-sent', waitingFor: 'rate-limit', until: undefined }
      case 'disconnected':
        return { outcome: 'not-sent', waitingFor: 'connection', until: undefined }
      case 'busy':
        return refused('6000', 'You can only add or edit one name at a time. Please try again.')
      case 'commit-late':
        this.#late.push(write)
        return { outcome: 'unknown', reason: 'timeout', intuitTid: null }
      case 'commit-then-lose':
        this.#commit(write)
        return { outcome: 'unknown', reason: 'timeout', intuitTid: null }
      case 'fair':
        return this.#commit(write)
    }
  }

  /** What was sent long ago arrives. */
  arrive(): void {
    for (const write of this.#late.splice(0)) this.#commit(write)
  }

  update(write: Write): Promise<WriteOutcome> {
    return this.create(write)
  }

  #commit({ entity, body, requestId }: Write): WriteOutcome {
    const replay = lists.has(entity) ? undefined : this.#answers.get(requestId)
    if (replay !== undefined) return { outcome: 'succeeded', entity: replay, intuitTid: 'tid-again' }
    for (const member of ['DisplayName', 'Name', 'DocNumber']) {
      const taken = [...this.#entities.values()].some(
        (one) => one.entity === entity && member in body && one[member] === body[member],
      )
      if (taken) return refused(member === 'DocNumber' ? '6140' : '6240', 'It is taken.')
    }
    const id = String(this.#entities.size + 1)
    const kept = { ...body, Id: id, SyncToken: '0', entity }
    this.#entities.set(`${entity}/${id}`, kept)
    this.#answers.set(requestId, kept)
    this.ledger.push({ entity, id, requestId })
    return { outcome: 'succeeded', entity: kept, intuitTid: `tid-${id}` }
  }

  async get(entity: EntityName, id: string) {
    return { outcome: 'read', value: this.#entities.get(`${entity}/${id}`) } as const
  }

  async query({ entity, where = [] }: Query) {
    const value = [...this.#entities.values()].filter(
      (one) =>
        one.entity === entity &&
        where.every(({ field, operator, value: wanted }) => {
          if (field === 'Active') return true
          const held = field === 'CustomerRef' ? refOf(one[field]) : one[field]
          return operator === 'IN' ? Array.isArray(wanted) && wanted.includes(held) : held === wanted
        }),
    )
    return { outcome: 'read', value } as const
  }

  async queries(queries: readonly Query[]) {
    const answers = await Promise.all(queries.map((query) => this.query(query)))
    return { outcome: 'read', value: answers.map(({ value }) => value) } as const
  }

  async preferences() {
    const AccountingInfoPrefs = this.closeDate === null ? {} : { BookCloseDate: this.closeDate }
    return { outcome: 'read', value: { Id: '1', SyncToken: '0', AccountingInfoPrefs } } as const
  }

  async companyInfo() {
    return { outcome: 'read', value: { Id: '1', SyncToken: '0', CompanyName: 'Acme' } } as const
  }

  async changes() {
    return { outcome: 'read', value: [] } as const
  }
}

function refOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined
}

function refused(code: string, detail: string): WriteOutcome {
  const message = code === '6000' ? 'A business validation error has occurred' : 'Taken'
  const error = JSON.stringify({
    Fault: { Error: [{ Message: message, Detail: detail, code, element: '' }], type: 'ValidationFault' },
  })
  return {
    outcome: 'refused',
    refusal: {
      httpStatus: 400,
      error,
      faults: [{ code, message, detail, element: null }],
      intuitTid: 'tid-no',
    },
  }
}
