import type { Problem } from '../domain/problem.ts'
import { requestFault, type ValidatorFault } from './request-fault.ts'

/** A body of a thousand broken entries must not become an answer of many megabytes. */
const MAX_FAULTS = 1_000

/** What the body parser and the validator throw. */
interface HttpError {
  readonly status?: unknown
  readonly type?: unknown
  readonly errors?: unknown
}

/** The refusal behind an error of the body parser, the router or the validator; undefined for a bug of ours. */
export function problemOfError(error: unknown): Problem | undefined {
  const { status, type, errors } = (typeof error === 'object' && error !== null ? error : {}) as HttpError
  if (type === 'entity.parse.failed') return { problem: 'invalid-json' }
  switch (status) {
    case 400:
      return { problem: 'invalid-request', errors: faultsOf(errors).map(requestFault) }
    case 404:
      return { problem: 'not-found' }
    case 413:
      return { problem: 'body-too-large' }
    case 415:
      return { problem: 'unsupported-media-type' }
    default:
      return undefined
  }
}

function faultsOf(errors: unknown): readonly ValidatorFault[] {
  return Array.isArray(errors) ? (errors as readonly ValidatorFault[]).slice(0, MAX_FAULTS) : []
}
