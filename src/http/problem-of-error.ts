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
export function problemOfError(error: unknown, body: unknown): Problem | undefined {
  const { status, type, errors } = (typeof error === 'object' && error !== null ? error : {}) as HttpError
  if (type === 'entity.parse.failed') return { problem: 'invalid-json' }
  switch (status) {
    case 400:
      return {
        problem: 'invalid-request',
        errors: faultsOf(error, errors).map((fault) => requestFault(fault, body)),
      }
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

function faultsOf(error: unknown, errors: unknown): readonly ValidatorFault[] {
  if (Array.isArray(errors)) return (errors as readonly ValidatorFault[]).slice(0, MAX_FAULTS)
  // The router could not decode the address, or the body parser could not unpack the body.
  return [{ path: error instanceof URIError ? '/params' : '/body', errorCode: 'other' }]
}
