import type { Notice } from './notice.ts'

/** What is to be told of a document, kept in it: it changes in the same write as what it tells. */
export interface Outbox {
  readonly notices: readonly QueuedNotice[]
  /** The number of the last notice about this document. */
  readonly sequence: number
  /** When somebody is to look at it next; null: nothing is to be told. */
  readonly dueAt: string | null
  /** How many writes of the document only moved notices, and changed nothing that anybody sees. */
  readonly quietWrites: number
}

/** A notice, and the place in its firm's log that is meant for it; null: none yet. */
export interface QueuedNotice {
  readonly notice: Notice
  readonly place: number | null
}

/** Nothing was ever told. */
export const emptyOutbox: Outbox = { notices: [], sequence: 0, dueAt: null, quietWrites: 0 }
