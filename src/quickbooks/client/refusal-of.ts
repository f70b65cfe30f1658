import { maskSecrets } from '../../faults/mask-secrets.ts'
import type { Refusal } from '../refusal.ts'
import type { Answer } from './answer.ts'
import { faultHolder } from './fault-holder.ts'
import { readFaults } from './read-faults.ts'

const LONGEST = 65_536
/** More than the longest token, so that none is cut in two before it is masked. */
const MARGIN = 8_192

/** What QuickBooks said, without the token: it repeats the one that it did not take. */
export function refusalOf({ status, text, body, intuitTid }: Answer, accessToken: string): Refusal {
  const mask = (said: string) =>
    maskSecrets(said.slice(0, LONGEST + MARGIN).replaceAll(accessToken, '•••')).slice(0, LONGEST)
  const holder = faultHolder(body)
  const faults = holder === undefined ? [] : readFaults(holder)
  return {
    httpStatus: status,
    error: mask(holder === undefined || holder === body ? text : JSON.stringify(holder)),
    faults: faults.map(({ code, message, detail, element }) => ({
      code: code && mask(code),
      message: message && mask(message),
      detail: detail && mask(detail),
      element: element && mask(element),
    })),
    intuitTid,
  }
}
