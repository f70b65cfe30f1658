/** What QuickBooks said when it refused; without tokens, and without what was sent. */
export interface Refusal {
  readonly httpStatus: number
  /** The answer's text, for the reader of faults; at most 65,536 characters. */
  readonly error: string
  readonly faults: readonly QuickBooksFault[]
  /** Intuit's number of the call, for its support. */
  readonly intuitTid: string | null
}

export interface QuickBooksFault {
  readonly code: string | null
  readonly message: string | null
  readonly detail: string | null
  readonly element: string | null
}
