import type { SentAnswer } from '../v3/answer.ts'
import { answerTime } from '../answer-time.ts'
import { writeAnswer } from '../v3/write-answer.ts'

export interface GatewayFault {
  readonly status: number
  /** As in `message=AuthenticationFailed; errorCode=003200; statusCode=401`. */
  readonly name: string
  readonly code: string
  readonly detail: string | null
  readonly type: 'AUTHENTICATION' | 'SERVICE'
}

/** How the client is answered, and when. */
export interface Form {
  readonly form: 'json' | 'xml'
  readonly now: Date
}

/** A refusal before the accounting service saw the request: small letters, and many members that say nothing. */
export function gatewayFault(
  { status, name, code, detail, type }: GatewayFault,
  { form, now }: Form,
): SentAnswer {
  const message = `message=${name}; errorCode=${code.padStart(6, '0')}; statusCode=${status}`
  if (form === 'xml') {
    const Fault = { Error: [{ Message: message, Detail: detail, code }], type }
    return writeAnswer({ status, body: { Fault, time: answerTime(now) } }, form)
  }
  const body = {
    warnings: null,
    intuitObject: null,
    fault: { error: [{ message, detail, code, element: null }], type },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: now.getTime(),
    status: null,
    cdcresponse: [],
  }
  return writeAnswer({ status, body }, form)
}
