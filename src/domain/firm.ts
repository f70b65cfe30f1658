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
  /** Where its host takes our calls; null: nowhere. */
  readonly host: HostAddress | null
  /** Who writes to QuickBooks when somebody asks for a resync. */
  readonly resyncBy: 'syncdoctor' | 'host'
  readonly createdAt: string
  readonly updatedAt: string
}

export interface HostAddress {
  readonly url: string
  /** What calls are signed with, sealed. */
  readonly secret: string
}
