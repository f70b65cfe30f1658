/** One error of a refusal, in the words of QuickBooks. */
export interface CompanyFault {
  readonly message: string
  readonly detail: string | null
  readonly code: string
  readonly element?: string
}

/** A refusal, as an answer of the v3 API tells it. */
export interface Refused {
  readonly httpStatus: number
  readonly type: 'ValidationFault' | 'SystemFault' | 'AuthorizationFault'
  readonly faults: readonly CompanyFault[]
}
