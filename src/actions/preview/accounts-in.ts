import { z } from 'zod'
import type { BooksEntity } from '../../quickbooks/books-entity.ts'

const account = z.object({ AccountType: z.string(), Name: z.string() })
const item = z.object({ IncomeAccountRef: z.object({ name: z.string() }) })

/** The accounts among entries of the books, and those that its products and services lead to, by name. */
export function accountsIn(entries: readonly BooksEntity[]): readonly string[] {
  const names = entries.flatMap((entry) => {
    const itself = account.safeParse(entry).data
    if (itself !== undefined) return [itself.Name]
    const sold = item.safeParse(entry).data
    return sold === undefined ? [] : [sold.IncomeAccountRef.name]
  })
  return [...new Set(names)]
}
