import type { Request } from 'express'
import type { Firm } from '../domain/firm.ts'
import type { Principal } from '../domain/principal.ts'
import type { Problem } from '../domain/problem.ts'
import type { Firms } from '../firms/firms.ts'
import type { Versioned } from '../storage/collection.ts'
import type { ApiOperation } from './api-document.ts'
import type { Authenticate } from './authenticate.ts'
import { authorize } from './authorize.ts'

/** Who calls an operation, and the firm it is about. */
export interface Opened {
  readonly principal: Principal
  readonly firm: Versioned<Firm> | undefined
  /** Whether the caller would be let in again now. */
  readonly isStillAllowed: () => Promise<boolean>
}

interface Needs {
  readonly authenticate: Authenticate
  readonly firms: Firms
}

/** Lets a caller in whom the contract allows this, or says why not; before anything of the body is read. */
export function createOpenOperation({ authenticate, firms }: Needs) {
  const open = async (request: Request, operation: ApiOperation): Promise<Opened | Problem> => {
    const principal = await authenticate(request)
    if ('problem' in principal) return principal
    const { firmId: named } = request.params
    const firmId = typeof named === 'string' ? named : undefined
    const refusal = authorize(operation, principal, firmId)
    if (refusal !== undefined) return refusal
    const firm = firmId === undefined ? undefined : await firms.get(firmId)
    const isMissing = firmId !== undefined && firm === undefined && operation['x-firm'] !== 'may-be-new'
    if (isMissing) return { problem: 'not-found' }
    const isStillAllowed = async () => !('problem' in (await open(request, operation)))
    return { principal, firm, isStillAllowed }
  }
  return open
}

export type OpenOperation = ReturnType<typeof createOpenOperation>
