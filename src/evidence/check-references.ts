import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { EntityName } from '../quickbooks/entity-name.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'
import { activeOrNot } from './active-or-not.ts'
import { askEach } from './ask-each.ts'
import { type Reference, referencesOf } from './references-of.ts'

export interface BrokenReference extends Reference {
  readonly is: 'missing' | 'inactive'
  /** As QuickBooks calls it now, if it is there. */
  readonly name: string | null
}

export interface CheckedReferences {
  readonly outcome: 'read'
  readonly broken: readonly BrokenReference[]
  /** All that are there, active or not. */
  readonly found: readonly BooksEntity[]
}

type Failed = Exclude<ReadOutcome<never>, { readonly outcome: 'read' }>

/** The entries that a body refers to, read list by list: all that are there, and those that QuickBooks would not take. */
export async function checkReferences(
  books: QuickBooks,
  body: Readonly<Record<string, unknown>>,
): Promise<Failed | CheckedReferences> {
  const references = referencesOf(body)
  const entities: readonly EntityName[] = [...new Set(references.map(({ entity }) => entity))]
  if (entities.length === 0) return { outcome: 'read', broken: [], found: [] }
  const answers = await askEach(
    books,
    entities.map((entity) => ({
      entity,
      where: [
        {
          field: 'Id',
          operator: 'IN',
          value: references.filter((one) => one.entity === entity).map(({ id }) => id),
        },
        activeOrNot,
      ],
      limit: 1_000,
    })),
  )
  if (answers.outcome !== 'read') return answers
  const found = new Map(
    entities.flatMap((entity, i) =>
      (answers.value[i] ?? []).map((one) => [`${entity}/${one.Id}`, one] as const),
    ),
  )
  const broken = references.flatMap((reference): readonly BrokenReference[] => {
    const one = found.get(`${reference.entity}/${reference.id}`)
    if (one === undefined) return [{ ...reference, is: 'missing', name: null }]
    if (one['Active'] !== false) return []
    const name = one['DisplayName'] ?? one['Name']
    return [{ ...reference, is: 'inactive', name: typeof name === 'string' ? name : null }]
  })
  return { outcome: 'read', broken, found: [...found.values()] }
}
