import type { WaitingFor } from '../../domain/action.ts'
import type { OutcomeReason } from '../../domain/outcome-reason.ts'
import type { Payload } from '../../domain/payload.ts'
import type { Written } from './written-of.ts'

/** What a resync would do, as far as can be told without doing it. */
export type Outlook =
  | { readonly outlook: 'create' | 'update' }
  /** It is in the books. */
  | { readonly outlook: 'link'; readonly quickbooksId: string }
  /** The host pushes by itself. */
  | { readonly outlook: 'ask-host' }
  | { readonly outlook: 'wait'; readonly waitingFor: WaitingFor }
  | { readonly outlook: 'refuse'; readonly reason: OutcomeReason }
  /** The host would not push it. */
  | { readonly outlook: 'host-refuses'; readonly error: string }
  /** The books, or the host, could not be asked. */
  | { readonly outlook: 'unknown' }

export type Preview = Outlook & {
  /** What it is about to be written; null: nobody can tell. */
  readonly payload: Payload | null
  readonly written: Written | null
  /** The last day of the closed books; null: none is closed; undefined: nobody looked. */
  readonly closedUntil: string | null | undefined
  /** Names of the accounts that it touches; undefined: nobody looked. */
  readonly accounts: readonly string[] | undefined
}
