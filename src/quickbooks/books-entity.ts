/** One thing in the books, as QuickBooks tells it; its members are read with care, since QuickBooks adds and drops some. */
export interface BooksEntity {
  readonly Id: string
  /** Must be sent back with a change. */
  readonly SyncToken: string
  readonly [member: string]: unknown
}
