import type { Role } from '../domain/role.ts'
import type { Collection } from '../storage/collection.ts'

/** A key as it is kept: without its secret. */
export interface KeptKey {
  readonly id: string
  /** SHA-256 of the secret, which has 256 random bits, so that nothing slower is needed. */
  readonly hash: string
  readonly role: Role
  /** Null: for all firms. */
  readonly firmId: string | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

export const keyDesign = {
  name: 'api_keys',
  fields: { firmId: 'firmId', createdAt: 'createdAt' },
  indexes: { firm: ['firmId', 'createdAt'], all: ['createdAt'] },
} as const

export type KeyCollection = Collection<KeptKey, keyof typeof keyDesign.fields>
