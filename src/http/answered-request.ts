/** A request and how it was answered, as far as logs and metrics may know: no query, no body, no secret of an address. */
export interface AnsweredRequest {
  readonly requestId: string
  readonly method: string
  readonly path: string
  /** The address with names in the place of values, e.g. `/v1/firms/:firmId`. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
}
