import type { MailOutcome } from './mailer.ts'

/** What an error of nodemailer tells; its words may hold addresses and are left out. */
interface Told {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
  readonly timeoutType?: unknown
}

/** The other side was never reached. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
  'EAUTH',
  'ETLS',
])

/** What became of a mail, by how sending it failed. */
export function outcomeOfError(error: unknown): MailOutcome {
  if (typeof error !== 'object' || error === null) return { outcome: 'unknown', reason: 'error' }
  const { code, originalCode, command, responseCode, timeoutType } = error as Told
  const reason = [code, originalCode, responseCode].flatMap(plain).join(' ')
  if (typeof responseCode === 'number') {
    // What is wrong with our own name or address is no fault of the recipient's.
    const isAboutMail = command === 'RCPT TO' || command === 'DATA'
    return { outcome: responseCode >= 500 && isAboutMail ? 'refused' : 'put-off', reason }
  }
  const isUnreached = [code, originalCode].some((one) => typeof one === 'string' && UNREACHED.has(one))
  const isBefore = typeof timeoutType === 'string' && timeoutType !== 'SOCKET_TIMEOUT'
  return { outcome: isUnreached || isBefore ? 'put-off' : 'unknown', reason }
}

function plain(value: unknown): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
