import type { Collection } from '../../storage/collection.ts'

/** Whose a QuickBooks company is; its id is the realm's, so that it is one firm's only. */
export interface Realm {
  readonly id: string
  readonly firmId: string
  readonly claimedAt: string
}

export const realmDesign = {
  name: 'realms',
  fields: { firmId: 'firmId', claimedAt: 'claimedAt' },
  indexes: { firm: ['firmId', 'claimedAt'], all: ['claimedAt'] },
} as const

export type RealmCollection = Collection<Realm, keyof typeof realmDesign.fields>
