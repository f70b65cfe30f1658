import { type EntityName, entityNames } from './books/entity-name.ts'

const byLowerCase = new Map(entityNames.map((name) => [name.toLowerCase(), name]))

/** The entity a client means; QuickBooks does not mind the case. */
export function entityCalled(name: string): EntityName | undefined {
  return byLowerCase.get(name.toLowerCase())
}
