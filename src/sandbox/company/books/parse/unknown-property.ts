import type { Fields } from '../descriptions/field.ts'
import type { Fault } from '../faults/fault.ts'

/** How many known properties are listed. */
const LISTED = 20

/** In the words of the JSON reader of Intuit's server. */
export function unknownProperty(fields: Fields, property: string): Fault {
  const known = Object.keys(fields.members)
  const listed = known
    .slice(0, LISTED)
    .map((name) => `"${name}"`)
    .join(', ')
  return {
    name: 'unknown-property',
    values: {
      property,
      class: fields.class,
      count: String(known.length),
      known: known.length > LISTED ? `${listed} [truncated]` : listed,
    },
    element: property,
  }
}
