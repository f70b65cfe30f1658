/** A tenant: one accounting firm with one QuickBooks company. */
export interface Firm {
  readonly id: string
  readonly name: string
  /** For money and dates, e.g. `fr-CA`. */
  readonly locale: string
  /** E.g. `America/Toronto`. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  readonly notificationAddresses: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}
