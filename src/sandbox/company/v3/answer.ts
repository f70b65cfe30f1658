/** What the v3 API answers: a JSON body, however it is written then. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** An answer as it is sent. */
export interface SentAnswer {
  readonly status: number
  readonly type: string
  readonly text: string
}
