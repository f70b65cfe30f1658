import type { Language } from '../domain/language.ts'
import type { Collection } from '../storage/collection.ts'

/** A member who is signed in; its id is the hash of what the browser holds. */
export interface Session {
  readonly id: string
  readonly firmId: string
  readonly memberId: string
  readonly language: Language | null
  readonly createdAt: string
  readonly expiresAt: string
}

export const sessionDesign = {
  name: 'sessions',
  fields: { firmId: 'firmId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type SessionCollection = Collection<Session, keyof typeof sessionDesign.fields>
