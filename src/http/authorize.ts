import type { Principal } from '../domain/principal.ts'
import type { Problem } from '../domain/problem.ts'
import type { ApiOperation } from './api-document.ts'

/** Whether the contract lets this caller do this, with this firm; what it does not name, it forbids. */
export function authorize(
  { 'x-allow': allowed = [] }: ApiOperation,
  { role, firmId: own }: Principal,
  firmId: string | undefined,
): Problem | undefined {
  if (!allowed.includes(role)) return { problem: 'forbidden' }
  // Nobody learns which firms there are beside their own.
  if (firmId !== undefined && own !== null && firmId !== own) return { problem: 'not-found' }
  return undefined
}
