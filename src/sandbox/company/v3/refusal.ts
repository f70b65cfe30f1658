import type { CompanyFault, Refused } from '../books/company-fault.ts'

interface Refusal extends Omit<CompanyFault, 'detail'> {
  readonly detail?: string | null
  readonly httpStatus?: number
  readonly type?: Refused['type']
}

/** A refusal of one fault; 400 and a ValidationFault where nothing else is said. */
export function refusal({ httpStatus = 400, type = 'ValidationFault', detail = null, ...fault }: Refusal): {
  readonly refused: Refused
} {
  return { refused: { httpStatus, type, faults: [{ ...fault, detail }] } }
}
