import { z } from 'zod'

/** One change in one company, as a notification of Intuit's tells it. */
export interface Notified {
  readonly realmId: string
  /** In small letters. */
  readonly entity: string
  readonly entityId: string
  readonly operation: string
  readonly changedAt: string
}

const realmId = z.string().regex(/^\d{1,20}$/u)
const entityId = z.string().regex(/^[\w-]{1,64}$/u)
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

/** The shape since 2026, each entry of an array: https://developer.intuit.com/app/developer/qbo/docs/develop/webhooks */
const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  type: z.string().regex(/^qbo\.[a-z]{1,40}\.[a-z]{1,20}\.v\d{1,3}$/u),
  time: moment,
  intuitentityid: entityId,
  intuitaccountid: realmId,
  data: z.object({ deletedid: entityId.optional() }).optional().catch(undefined),
})

const older = z.object({ eventNotifications: z.array(z.unknown()) })
const ofRealm = z.object({ realmId, dataChangeEvent: z.object({ entities: z.array(z.unknown()) }) })
const olderEntity = z.object({
  name: z.string().regex(/^[A-Za-z]{1,40}$/u),
  id: entityId,
  operation: z.enum(['Create', 'Update', 'Delete', 'Merge', 'Void', 'Emailed']),
  lastUpdated: moment,
  deletedId: entityId.optional(),
})

/** What the newer shape calls the operations of the older. */
const OPERATIONS = {
  Create: 'created',
  Update: 'updated',
  Delete: 'deleted',
  Merge: 'merged',
  Void: 'voided',
  Emailed: 'emailed',
} as const

/**
 * The changes that a body of either shape tells of; undefined: it is not JSON. What else stands in it is passed over:
 * Intuit holds all later notifications back until this one is accepted.
 */
export function readNotifications(body: string): readonly Notified[] | undefined {
  const value = parsed(body)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.flatMap(ofCloudEvent)
  const notifications = older.safeParse(value).data?.eventNotifications ?? []
  return notifications.flatMap(ofOlder)
}

function ofCloudEvent(value: unknown): readonly Notified[] {
  const event = cloudEvent.safeParse(value).data
  if (event === undefined) return []
  const [, entity = '', operation = ''] = event.type.split('.')
  const told = { realmId: event.intuitaccountid, entity, changedAt: event.time }
  return withMerged({ ...told, entityId: event.intuitentityid, operation }, event.data?.deletedid)
}

function ofOlder(value: unknown): readonly Notified[] {
  const notification = ofRealm.safeParse(value).data
  if (notification === undefined) return []
  return notification.dataChangeEvent.entities.flatMap((one) => {
    const entity = olderEntity.safeParse(one).data
    if (entity === undefined) return []
    const { name, id, operation, lastUpdated, deletedId } = entity
    const told = { realmId: notification.realmId, entity: name.toLowerCase(), changedAt: lastUpdated }
    return withMerged({ ...told, entityId: id, operation: OPERATIONS[operation] }, deletedId)
  })
}

/** A merge ends the other entity as well. */
function withMerged(told: Notified, deletedId: string | undefined): readonly Notified[] {
  return deletedId === undefined
    ? [told]
    : [told, { ...told, entityId: deletedId, operation: OPERATIONS.Delete }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
