/** What a call takes of its company's limits. */
export interface TurnWish {
  /** What a write sends was looked at just before: it has no time to wait. */
  readonly kind: 'read' | 'write'
  /** How many requests' worth it takes. */
  readonly slots: number
  /** How many metered reads it makes. */
  readonly reads: number
}
