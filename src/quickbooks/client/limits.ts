/** How long QuickBooks may take, and how much it may say. */
export interface Limits {
  /** From the first byte that is sent to the last one that is received; a write may take as long as Intuit lets it. */
  readonly writeMilliseconds: number
  readonly readMilliseconds: number
  readonly requestBytes: number
  /** After decompression. */
  readonly answerBytes: number
}

export const defaultLimits: Limits = {
  writeMilliseconds: 120_000,
  readMilliseconds: 30_000,
  requestBytes: 1024 * 1024,
  answerBytes: 16 * 1024 * 1024,
}
