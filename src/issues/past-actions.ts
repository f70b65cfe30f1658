import type { Action } from '../domain/action.ts'
import type { Collection } from '../storage/collection.ts'

/** An action that is over, and that its issue has no room for any more. Its id is the action's. */
export interface PastAction {
  readonly id: string
  readonly firmId: string
  readonly issueId: string
  readonly createdAt: string
  readonly action: Action
}

export const pastActionDesign = {
  name: 'past_actions',
  fields: { firmId: 'firmId', issueId: 'issueId', createdAt: 'createdAt' },
  indexes: { firm: ['firmId', 'createdAt'], issue: ['issueId', 'createdAt'], all: ['createdAt'] },
} as const

export type PastActions = Collection<PastAction, keyof typeof pastActionDesign.fields>
