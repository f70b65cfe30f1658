import type { Refused } from '../books/company-fault.ts'
import { refusal } from './refusal.ts'

/** What is not there, or not for this entity. */
export function unsupported(operation: string, httpStatus = 400): { readonly refused: Refused } {
  return refusal({
    httpStatus,
    code: '500',
    message: 'Unsupported Operation',
    detail: `Operation ${operation} is not supported.`,
  })
}
