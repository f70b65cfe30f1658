import type { Firm } from '../domain/firm.ts'
import type { Collection } from '../storage/collection.ts'

/** A firm as it is kept: while it is deleted it is still there, so that the deletion can be finished. */
export interface KeptFirm extends Firm {
  readonly state: 'active' | 'deleting'
}

export const firmDesign = {
  name: 'firms',
  fields: { state: 'state', firmId: 'id' },
  indexes: { state: ['state', 'firmId'], all: ['firmId'] },
} as const

export type FirmCollection = Collection<KeptFirm, keyof typeof firmDesign.fields>
