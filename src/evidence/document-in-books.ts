import { z } from 'zod'
import type { BooksEntity } from '../quickbooks/books-entity.ts'

const documents = z.object({
  DocNumber: z.string().optional(),
  CustomerRef: z.object({ value: z.string(), name: z.string().optional() }).optional(),
  EntityRef: z.object({ name: z.string().optional() }).optional(),
  CurrencyRef: z.object({ value: z.string() }).optional(),
  TotalAmt: z.number().optional(),
  Balance: z.number().optional(),
  TxnDate: z.string().optional(),
  PrivateNote: z.string().optional(),
  MetaData: z.object({ CreateTime: z.string().optional() }).optional(),
  LinkedTxn: z.array(z.object({ TxnId: z.string(), TxnType: z.string() })).optional(),
  Line: z
    .array(
      z.object({
        Amount: z.number().optional(),
        LinkedTxn: z.array(z.object({ TxnId: z.string(), TxnType: z.string() })).optional(),
      }),
    )
    .optional(),
})

export type DocumentInBooks = z.infer<typeof documents>

/** What is of use of a document; members of another shape than documented count as absent together. */
export function documentInBooks(entity: BooksEntity | Readonly<Record<string, unknown>>): DocumentInBooks {
  return documents.safeParse(entity).data ?? {}
}
