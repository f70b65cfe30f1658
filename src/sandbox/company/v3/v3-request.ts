/** A request to the v3 API of one company, by someone who has the right. */
export interface V3Request {
  readonly realmId: string
  readonly method: string
  /** What follows the company in the path, in small letters: `invoice`, `query`, … */
  readonly resource: string
  /** What follows that. */
  readonly rest: readonly string[]
  readonly parameters: URLSearchParams
  /** Of the content, without parameters, in small letters. */
  readonly contentType: string
  readonly body: Buffer
  /** As it was asked for, for the words of a refusal. */
  readonly url: string
}
