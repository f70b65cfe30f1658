import type { Facts } from '../../src/domain/condition.ts'

/** What is known of a fault, and nothing else. */
export function factsOf(known: Partial<Facts> = {}): Facts {
  return {
    text: '',
    message: null,
    detail: null,
    code: null,
    element: null,
    faultType: null,
    httpStatus: null,
    recordType: null,
    entity: null,
    operation: null,
    ...known,
  }
}
