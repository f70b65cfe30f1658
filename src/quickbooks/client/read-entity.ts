import { z } from 'zod'
import type { BooksEntity } from '../books-entity.ts'

const entity = z.looseObject({ Id: z.string(), SyncToken: z.string() })

/** The member of an answer that is one thing of the books; undefined: it has none. */
export function readEntity(body: unknown, name: string): BooksEntity | undefined {
  return z.looseObject({ [name]: entity }).safeParse(body).data?.[name]
}
