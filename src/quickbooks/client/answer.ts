/** What came back over HTTP, whatever it says. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** What the text is as JSON; the text itself where it is none. */
  readonly body: unknown
  /** Intuit's number of the call. */
  readonly intuitTid: string | null
}

/** Nothing whole came back. `unreachable`: nothing was sent either. */
export type Lost = 'timeout' | 'reset' | 'half-answer' | 'unreachable'
