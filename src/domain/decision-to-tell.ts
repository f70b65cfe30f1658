/** A decision about an issue that the host of its record is still to be told of. */
export interface DecisionToTell {
  readonly kind: 'skip' | 'reopen'
  /** The action that it was; the host is told under its id, however often. */
  readonly actionId: string
  readonly decidedAt: string
  /** How often the host did not listen. */
  readonly delays: number
  /** Until when somebody may be telling the host of this decision, or of the one before; null: nobody is. */
  readonly busyUntil: string | null
  readonly dueAt: string
}
