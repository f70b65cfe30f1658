import type { Collection } from '../../storage/collection.ts'
import type { BulkAction } from './bulk-action.ts'

export const bulkActionDesign = {
  name: 'bulk_actions',
  fields: { firmId: 'firmId', createdAt: 'createdAt', dueAt: 'dueAt', expiresAt: 'expiresAt' },
  indexes: {
    firm: ['firmId', 'createdAt'],
    // Across firms: work that is due.
    due: ['dueAt'],
    all: ['expiresAt'],
  },
  sparse: ['due'],
} as const

export type BulkCollection = Collection<BulkAction, keyof typeof bulkActionDesign.fields>
