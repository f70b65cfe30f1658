import { answerTime } from '../answer-time.ts'
import type { SentAnswer } from '../v3/answer.ts'
import { writeAnswer } from '../v3/write-answer.ts'
import { type Form, gatewayFault } from './gateway-fault.ts'

/** What limit was reached: the calls of a minute, or the metered reads of a month, told apart by the detail alone. */
type Limit = 'minute' | 'month'

const details: Readonly<Record<Limit, string>> = {
  minute: 'The request limit was reached.  Try again later',
  month: 'Block All CorePlus for a Builder App',
}

/** A 429, in the gateway's shape or, as it was also met, in the service's. */
export function throttled(limit: Limit, shape: 'gateway' | 'service', form: Form): SentAnswer {
  const detail = details[limit]
  if (shape === 'gateway') {
    return gatewayFault(
      { status: 429, name: 'ThrottleExceeded', code: '3001', detail, type: 'SERVICE' },
      form,
    )
  }
  const Fault = { Error: [{ Message: 'ThrottleExceeded', Detail: detail, code: '003001' }], type: 'Service' }
  return writeAnswer({ status: 429, body: { Fault, time: answerTime(form.now) } }, form.form)
}
