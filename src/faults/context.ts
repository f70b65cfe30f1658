import type { Fault } from '../domain/fault.ts'

const STATUS =
  /\b(?:status ?code|http status(?: code)?|response code|statusCode|http\/\d(?:\.\d)?)["']?[\s:=[]{0,4}([1-5]\d\d)\b/iu
const TID = /\bintuit[_-]?tid["']?[\s:=>]{0,4}["']?([\w-]{6,64})/iu
// The code of an HTTP status is none of QuickBooks.
const CODE =
  /(?:"|'|(?<!(?:status|response|http) )\b)(?:error_?code|code)["']?[\s:=>]{1,4}["']?0*(\d{2,6})\b/iu

/** What stands beside the faults and holds for all of them: HTTP status and intuit_tid; the code, if there is but one fault. */
export function withContext(faults: readonly Fault[], raw: string): readonly Fault[] {
  if (faults.length === 0) return faults
  const lower = raw.toLowerCase()
  const status = /status|response code|http/u.test(lower) ? STATUS.exec(raw)?.[1] : undefined
  const intuitTid = (lower.includes('tid') ? TID.exec(raw)?.[1] : undefined) ?? null
  const code = (faults.length === 1 && lower.includes('code') ? CODE.exec(raw)?.[1] : undefined) ?? null
  if (status === undefined && intuitTid === null && code === null) return faults
  return faults.map((fault) => ({
    ...fault,
    code: fault.code ?? code,
    httpStatus: fault.httpStatus ?? (status === undefined ? null : Number(status)),
    intuitTid: fault.intuitTid ?? intuitTid,
  }))
}
