/** One thing in the books, as the v3 API tells it. */
export interface Entity {
  readonly Id: string
  readonly SyncToken: string
  readonly MetaData: { readonly CreateTime: string; readonly LastUpdatedTime: string }
  readonly [member: string]: unknown
}
