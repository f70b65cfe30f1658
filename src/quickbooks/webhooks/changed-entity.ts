import type { Collection } from '../../storage/collection.ts'

/** A thing in a firm's books that QuickBooks said has changed; what was read of it before is no longer to be trusted. */
export interface ChangedEntity {
  /** It follows from the firm, the realm and the entity, so that an entity is marked once. */
  readonly id: string
  readonly firmId: string
  readonly realmId: string
  /** In small letters, as Intuit's newer notifications have it: `creditmemo` is `CreditMemo`. */
  readonly entity: string
  readonly entityId: string
  /** The newest of what was told: `created`, `updated`, `deleted`, `merged`, `voided`, `emailed`. */
  readonly operation: string
  /** By Intuit's clock. */
  readonly changedAt: string
  /** A month later: as far back as change data capture looks. */
  readonly expiresAt: string
}

export const changedEntityDesign = {
  name: 'changed_entities',
  fields: {
    firmId: 'firmId',
    entity: 'entity',
    changedAt: 'changedAt',
    expiresAt: 'expiresAt',
  },
  indexes: {
    firm: ['firmId', 'changedAt'],
    entity: ['firmId', 'entity', 'changedAt'],
    all: ['expiresAt'],
  },
} as const

export type ChangedEntities = Collection<ChangedEntity, keyof typeof changedEntityDesign.fields>
