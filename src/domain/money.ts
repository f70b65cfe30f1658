/** An amount in the smallest unit of its currency. */
export interface Money {
  readonly minor: number
  /** ISO 4217. */
  readonly currency: string
}
