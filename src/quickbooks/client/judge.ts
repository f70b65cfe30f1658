import type { QuickBooksFault } from '../refusal.ts'
import type { Answer } from './answer.ts'
import { faultHolder } from './fault-holder.ts'
import { readFaults } from './read-faults.ts'

export type Verdict =
  | 'answered'
  | 'refused'
  /** The token was not taken; the books were not asked. */
  | 'unauthorized'
  | 'throttled-by-minute'
  | 'throttled-by-month'
  /** Whoever stands before the books says so: nobody knows what they did. */
  | 'bad-gateway'

/** What the gateway says in its `message`, whatever the HTTP status: `message=…; errorCode=003001; statusCode=429`. */
const GATEWAY_STATUS = /\bstatusCode\s?=\s?(?<status>\d{3})\b/u
const THROTTLED = 3001
/** "Block All CorePlus for a Builder App" was met; CorePlus are the metered reads. */
const BY_MONTH = /coreplus|builder app|\bmonth(?:ly)?\b/iu
/** The person who connected has lost the right; another token would not help. */
const NO_ACCESS = '120'

/** What an answer means, by its body first: a fault with status 200 is a fault, and the gateway tells its own status. */
export function judge({ status, body }: Answer): Verdict {
  const holder = faultHolder(body)
  const faults = holder === undefined ? [] : readFaults(holder)
  const gatewayStatus = gatewayStatusOf(faults)
  const told = gatewayStatus ?? status
  if (told === 429 || faults.some(({ code }) => Number(code) === THROTTLED)) {
    const says = faults.map(({ message, detail }) => `${message} ${detail}`).join(' ')
    return BY_MONTH.test(says) ? 'throttled-by-month' : 'throttled-by-minute'
  }
  if (told === 401 && !faults.some(({ code }) => code === NO_ACCESS)) return 'unauthorized'
  // A fault of the accounting service is its last word, also where it says that the failure is its own.
  if (holder !== undefined) return (gatewayStatus ?? 0) >= 500 ? 'bad-gateway' : 'refused'
  if (status >= 200 && status < 300) return 'answered'
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'bad-gateway'
}

function gatewayStatusOf(faults: readonly QuickBooksFault[]): number | undefined {
  for (const { message } of faults) {
    const status = GATEWAY_STATUS.exec(message ?? '')?.groups?.status
    if (status !== undefined) return Number(status)
  }
  return undefined
}
