import type { Refused } from '../books/company-fault.ts'

/** A refusal as the member `Fault` tells it. */
export function faultBody({ faults, type }: Refused) {
  return {
    Error: faults.map(({ message, detail, code, element }) => ({
      Message: message,
      ...(detail !== null && { Detail: detail }),
      code,
      ...(element !== undefined && { element }),
    })),
    type,
  }
}
