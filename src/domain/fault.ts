/** What QuickBooks said, once, as read from a raw failure. */
export interface Fault {
  /** Message and detail on one line, blanks folded, a doubled message taken out; at most 4,000 characters. */
  readonly text: string
  readonly code: string | null
  readonly message: string | null
  readonly detail: string | null
  /** The member of the request that QuickBooks blames, e.g. `Line.SalesItemLineDetail.ItemRef`. */
  readonly element: string | null
  readonly type: string | null
  readonly httpStatus: number | null
  readonly intuitTid: string | null
  readonly batchItemId: string | null
  /** Where the fault stood in the raw text (for a JSON value: in its JSON text), in UTF-16 units. */
  readonly start: number
  readonly end: number
}
