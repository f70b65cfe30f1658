import { z } from 'zod'
import type { BooksEntity } from '../quickbooks/books-entity.ts'

const entries = z.object({
  DisplayName: z.string().optional(),
  Name: z.string().optional(),
  Active: z.boolean().optional(),
  Type: z.string().optional(),
  AccountType: z.string().optional(),
  Balance: z.number().optional(),
  CurrencyRef: z.object({ value: z.string() }).optional(),
  PrimaryEmailAddr: z.object({ Address: z.string().optional() }).optional(),
  MetaData: z
    .object({ CreateTime: z.string().optional(), LastUpdatedTime: z.string().optional() })
    .optional(),
})

/** An entry of a list, as far as it is of use. */
export interface EntryInBooks extends Omit<z.infer<typeof entries>, 'Active'> {
  readonly id: string
  /** As it is called in its list. */
  readonly name: string
  readonly isActive: boolean
}

/** What is of use of an entry; members of another shape than documented count as absent together. */
export function entryInBooks(entity: BooksEntity): EntryInBooks {
  const { Active, ...rest } = entries.safeParse(entity).data ?? {}
  const name = rest.DisplayName ?? rest.Name ?? ''
  return { ...rest, id: entity.Id, name, isActive: Active !== false }
}
