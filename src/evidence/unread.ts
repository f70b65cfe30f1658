import type { ReadOutcome } from '../quickbooks/read-outcome.ts'

type Failed = Exclude<ReadOutcome<never>, { readonly outcome: 'read' }>

/** Why books can be unreadable. */
export const unreadReasons = ['connection', 'rate-limit', 'monthly-reads', 'no-answer', 'refused'] as const

/** Books that could not be read, and why; nothing is known then. */
export interface Unread {
  readonly unread: (typeof unreadReasons)[number]
  /** When to try again; undefined: nobody knows. */
  readonly until: Date | undefined
}

/** Why a read that failed did. */
export function unread(failed: Failed): Unread {
  switch (failed.outcome) {
    case 'not-sent': {
      const { waitingFor, until } = failed
      return { unread: waitingFor === 'quickbooks' ? 'no-answer' : waitingFor, until }
    }
    case 'failed':
      return { unread: 'no-answer', until: undefined }
    case 'refused':
      return { unread: 'refused', until: undefined }
  }
}
