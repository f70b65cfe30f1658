import type { Router } from 'express'
import type { Books, PersonAct, Written } from './books/books.ts'
import type { BooksWrite } from './books/books.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** What a QuickBooks client needs to reach a company of the sandbox. */
export interface CompanyAddress {
  /** Ends in `/v3`. */
  readonly apiUrl: string
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Works at once, without the way over the authorize page. */
  readonly refreshToken: string
  readonly realmId: string
}

/** The stand-in for QuickBooks: what clients meet over HTTP, and what the sandbox's own pages do beside. */
export interface Company {
  /** To be mounted at the root. */
  readonly router: Router
  readonly realmIds: () => readonly string[]
  /** To be read only. Undefined: there is no such company. */
  readonly books: (realmId: string) => Books | undefined
  /** What a person does in the pages of QuickBooks. Kept, and in the ledger, when it returns. */
  readonly person: (realmId: string, act: PersonAct) => Written
  /** A change by a person that the API could make too. */
  readonly write: (realmId: string, write: BooksWrite) => Written
  readonly ledger: () => readonly LedgerEntry[]
  /** Makes another company. */
  readonly addCompany: () => CompanyAddress
  /** The address of the first company, with a new refresh token. */
  readonly address: () => CompanyAddress
  /** Back to the starter books; tokens keep working. Knobs are cleared. */
  readonly reset: () => void
}
