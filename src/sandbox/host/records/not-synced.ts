import type { SyncState } from './host-record.ts'

/** Of a record that QuickBooks has never heard of. */
export const notSynced: SyncState = { status: 'not-synced', quickbooksId: null, error: null, requestId: null }
