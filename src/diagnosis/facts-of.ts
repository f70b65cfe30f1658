import type { Facts } from '../domain/condition.ts'
import type { Failure } from '../domain/failure.ts'
import type { Fault } from '../domain/fault.ts'

/** What the rules may ask of one fault and the failure it came in; unknown is null. */
export function factsOf(fault: Fault, failure: Failure): Facts {
  return {
    text: fault.text,
    message: fault.message,
    detail: fault.detail,
    code: fault.code,
    element: fault.element,
    faultType: fault.type,
    httpStatus: fault.httpStatus ?? failure.httpStatus ?? null,
    recordType: failure.recordType ?? null,
    entity: failure.entity ?? null,
    operation: failure.operation ?? null,
  }
}
