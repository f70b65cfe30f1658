import type { Condition } from '../quickbooks/quickbooks.ts'

/** Lists tell only active entries unless they are asked for both. */
export const activeOrNot: Condition = { field: 'Active', operator: 'IN', value: [true, false] }
