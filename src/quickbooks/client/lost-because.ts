import type { Lost } from './answer.ts'

/** The names do not resolve, nobody listens, or it is not Intuit: before a request is written. */
const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|CERT_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|ERR_TLS_\w+)$/u
const TIMEOUTS = new Set(['ERR_CANCELED', 'ECONNABORTED', 'ETIMEDOUT'])
const RESETS = new Set(['ECONNRESET', 'EPIPE'])
/** The request itself is at fault, and was not made. */
const OURS = /^ERR_(?:BAD_REQUEST|BAD_OPTION|BAD_OPTION_VALUE|INVALID_URL|INVALID_CHAR|INVALID_ARG_TYPE)$/u

/** What the code of an HTTP client's error means. A request that could not be made is a bug, and is thrown. */
export function lostBecause(code: string | undefined): Lost {
  if (code === undefined) return 'half-answer'
  if (OURS.test(code)) throw new Error(`A request to QuickBooks could not be made: ${code}.`)
  if (BEFORE_SENDING.test(code)) return 'unreachable'
  if (TIMEOUTS.has(code)) return 'timeout'
  if (RESETS.has(code)) return 'reset'
  return 'half-answer'
}
