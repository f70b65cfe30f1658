/** What became of a reported failure. */
export const failureOutcomes = ['created', 'joined', 'reopened', 'counted', 'duplicate'] as const

export type FailureOutcome = (typeof failureOutcomes)[number]

/** What became of a reported success. */
export type SuccessOutcome = 'resolved' | 'ignored' | 'duplicate'
