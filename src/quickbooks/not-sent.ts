/** A call that has not reached the books; nothing was done, and it can be made again as it is. */
export interface NotSent {
  readonly outcome: 'not-sent'
  /**
   * `connection`: somebody must reconnect. `monthly-reads`: Intuit counts reads by the month, and they are used up.
   * `quickbooks`: it could not be reached at all.
   */
  readonly waitingFor: 'connection' | 'rate-limit' | 'monthly-reads' | 'quickbooks'
  /** When to try again; undefined: nobody knows. */
  readonly until: Date | undefined
}
