import type { Collection } from '../storage/collection.ts'

/** A record that went through and has no issue; a late report of an older failure must not open one. */
export interface SyncedRecord {
  /** The id its issue would have. */
  readonly id: string
  readonly firmId: string
  readonly lastSuccessAt: string
  readonly quickbooksId: string | null
  readonly expiresAt: string
}

export const syncedRecordDesign = {
  name: 'synced_records',
  fields: { firmId: 'firmId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type SyncedRecords = Collection<SyncedRecord, keyof typeof syncedRecordDesign.fields>
