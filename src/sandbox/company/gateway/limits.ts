/** What one company allows one application. */
export interface Limits {
  readonly perSecond: number
  readonly perMinute: number
  readonly batchesPerMinute: number
}

/** Intuit's. */
export const intuitLimits: Limits = { perSecond: 10, perMinute: 500, batchesPerMinute: 40 }
