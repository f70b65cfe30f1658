import type { Language } from '../domain/language.ts'
import type { Collection } from '../storage/collection.ts'

/** A link that signs a member in, once; its id is the hash of what stands in the address. */
export interface PortalLink {
  readonly id: string
  readonly firmId: string
  readonly memberId: string
  readonly language: Language | null
  readonly expiresAt: string
}

export const portalLinkDesign = {
  name: 'portal_links',
  fields: { firmId: 'firmId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type PortalLinkCollection = Collection<PortalLink, keyof typeof portalLinkDesign.fields>
