import type { QuickBooks } from '../quickbooks.ts'
import type { RealmAccess } from '../realm-access.ts'
import { ask } from './ask.ts'
import { createCall } from './call.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { performRead } from './perform-read.ts'
import { performWrite } from './perform-write.ts'
import { readChanges } from './read-changes.ts'
import { readEntity } from './read-entity.ts'

interface Needs {
  readonly access: RealmAccess
  /** Ends in `/v3`. */
  readonly apiUrl: string
  readonly limits?: Limits
}

const ID = /^\d{1,20}$/u
/** Object Not Found. */
const NOT_FOUND = '610'

/** One firm's QuickBooks company, over node-quickbooks. */
export function createQuickBooks({ access, apiUrl, limits = defaultLimits }: Needs): QuickBooks {
  const call = createCall({ access, apiUrl, limits })

  return {
    create: (write) =>
      performWrite(call, write, (client, body, done) => client[`create${write.entity}`](body, done)),

    update: async (write) => {
      const { Id, SyncToken } = write.body
      if (typeof Id !== 'string' || !ID.test(Id) || typeof SyncToken !== 'string') {
        throw new TypeError('A change needs the Id and the SyncToken of what it changes.')
      }
      return performWrite(call, write, (client, body, done) => client[`update${write.entity}`](body, done))
    },

    get: async (entity, id) => {
      // The library puts it into the address as it is.
      if (!ID.test(id)) return { outcome: 'read', value: undefined }
      const ended = await performRead(call, {
        start: (client, done) => client[`get${entity}`](id, done),
        accept: (body) => readEntity(body, entity),
      })
      const isMissing =
        ended.outcome === 'refused' && ended.refusal.faults.some(({ code }) => code === NOT_FOUND)
      return isMissing ? { outcome: 'read', value: undefined } : ended
    },

    query: async (query) => {
      const ended = await ask(call, [query])
      return ended.outcome === 'read' ? { outcome: 'read', value: ended.value.flat() } : ended
    },

    queries: (queries) => ask(call, queries),

    preferences: () =>
      performRead(call, {
        start: (client, done) => client.getPreferences(done),
        accept: (body) => readEntity(body, 'Preferences'),
      }),

    companyInfo: () =>
      performRead(call, {
        start: (client, done) => client.getCompanyInfo(client.realmId, done),
        accept: (body) => readEntity(body, 'CompanyInfo'),
      }),

    changes: (entities, since) =>
      performRead(call, {
        // The library's own way of writing a time has a plus sign, which a server reads as a blank.
        start: (client, done) =>
          client.changeDataCapture(entities, since.toISOString().replace(/\.\d{3}Z$/u, 'Z'), done),
        accept: (body) => readChanges(body, entities),
      }),
  }
}
