import { type EntityName, entityNames } from './entity-name.ts'

const known: ReadonlySet<string> = new Set(entityNames)

/** Whether QuickBooks has this kind of thing, as far as we know it. */
export function isEntityName(name: string): name is EntityName {
  return known.has(name)
}
