import type { Actor } from './actor.ts'

/** One request to do something about an issue, and how it ended. */
export interface Action {
  readonly id: string
  readonly issueId: string
  readonly firmId: string
  readonly kind: 'skip' | 'reopen'
  readonly state: 'succeeded'
  readonly actor: Actor
  readonly note: string | null
  readonly createdAt: string
}
