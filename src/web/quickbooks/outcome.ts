/** How coming back from Intuit ended, each with the HTTP status of its page. */
export const outcomeStatus = {
  connected: 200,
  'other-company': 200,
  denied: 200,
  'state-unknown': 410,
  foreign: 403,
  'realm-taken': 409,
  'exchange-failed': 502,
} as const

export type Outcome = keyof typeof outcomeStatus
