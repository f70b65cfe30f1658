import type { Problem } from '../domain/problem.ts'

/** What the body parser and the router throw. */
interface HttpError {
  readonly status?: unknown
  readonly type?: unknown
}

/** The refusal behind an error of the body parser or the router; undefined for a bug of ours. */
export function problemOfError(error: unknown): Problem | undefined {
  const { status, type } = (typeof error === 'object' && error !== null ? error : {}) as HttpError
  if (type === 'entity.parse.failed') return { problem: 'invalid-json' }
  switch (status) {
    case 400:
      // The router could not decode the address, or the body parser could not unpack the body.
      return {
        problem: 'invalid-request',
        errors: [{ in: error instanceof URIError ? 'path' : 'body', pointer: '', code: 'other' }],
      }
    case 413:
      return { problem: 'body-too-large' }
    case 415:
      return { problem: 'unsupported-media-type' }
    default:
      return undefined
  }
}
