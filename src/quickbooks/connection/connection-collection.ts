import type { Collection } from '../../storage/collection.ts'
import type { Connection } from './connection.ts'

export const connectionDesign = {
  name: 'connections',
  fields: {
    firmId: 'firmId',
    status: 'status',
    refreshExpiresAt: 'refreshExpiresAt',
    connectedAt: 'connectedAt',
  },
  indexes: {
    firm: ['firmId', 'connectedAt'],
    refreshDue: ['status', 'refreshExpiresAt'],
    all: ['connectedAt'],
  },
} as const

export type ConnectionCollection = Collection<Connection, keyof typeof connectionDesign.fields>
