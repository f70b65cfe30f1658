import type { Actor } from '../../domain/actor.ts'
import type { Language } from '../../domain/language.ts'
import type { Collection } from '../../storage/collection.ts'

/** A connection that somebody set out to make; its id is the hash of the state that Intuit sends back. */
export interface Authorization {
  readonly id: string
  readonly firmId: string
  readonly actor: Actor
  readonly language: Language | null
  readonly expiresAt: string
}

export const authorizationDesign = {
  name: 'authorizations',
  fields: { firmId: 'firmId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type AuthorizationCollection = Collection<Authorization, keyof typeof authorizationDesign.fields>
