import { z } from 'zod'
import type { EntityName } from '../quickbooks/entity-name.ts'

/** Which list a reference points into, by the member that holds it. */
const lists: Readonly<Record<string, EntityName>> = {
  CustomerRef: 'Customer',
  VendorRef: 'Vendor',
  ItemRef: 'Item',
  AccountRef: 'Account',
  DepositToAccountRef: 'Account',
  IncomeAccountRef: 'Account',
  ExpenseAccountRef: 'Account',
  PaymentMethodRef: 'PaymentMethod',
  SalesTermRef: 'Term',
}

const references = z.object({ value: z.string() })

export interface Reference {
  readonly entity: EntityName
  readonly id: string
  /** Where it stands, e.g. `Line.SalesItemLineDetail.ItemRef`. */
  readonly path: string
}

/** The entries of lists that a body refers to, each once. */
export function referencesOf(body: unknown, path: readonly string[] = []): readonly Reference[] {
  if (Array.isArray(body)) return unique(body.flatMap((one: unknown) => referencesOf(one, path)))
  if (typeof body !== 'object' || body === null) return []
  return unique(
    Object.entries(body).flatMap(([member, value]: [string, unknown]) => {
      const entity = lists[member]
      const reference = references.safeParse(value).data
      const here = [...path, member]
      if (entity !== undefined && reference !== undefined) {
        return [{ entity, id: reference.value, path: here.join('.') }]
      }
      return referencesOf(value, here)
    }),
  )
}

function unique(found: readonly Reference[]): readonly Reference[] {
  return [...new Map(found.map((one) => [`${one.entity}/${one.id}`, one])).values()]
}
