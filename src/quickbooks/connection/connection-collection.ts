import type { Collection } from '../../storage/collection.ts'
import type { Connection } from './connection.ts'

export const connectionDesign = {
  name: 'connections',
  fields: {
    firmId: 'firmId',
    status: 'status',
    refreshExpiresAt: 'refreshExpiresAt',
    hardExpiresAt: 'hardExpiresAt',
    connectedAt: 'connectedAt',
    outboxDueAt: 'outbox.dueAt',
  },
  indexes: {
    firm: ['firmId', 'connectedAt'],
    refreshDue: ['status', 'refreshExpiresAt'],
    hardDue: ['status', 'hardExpiresAt'],
    // Across firms: what is to be told.
    outboxDue: ['outboxDueAt'],
    all: ['connectedAt'],
  },
  sparse: ['outboxDue'],
} as const

export type ConnectionCollection = Collection<Connection, keyof typeof connectionDesign.fields>
