import type { CompanySettings } from '../books.ts'
import type { CompanyFault, Refused } from '../company-fault.ts'
import type { Fault } from './fault.ts'
import { faultTexts } from './fault-texts.ts'

/** A refusal in the company's language; QuickBooks answers 400 to whatever its books refuse. */
export function tellFaults(faults: readonly Fault[], language: CompanySettings['language']): Refused {
  return {
    httpStatus: 400,
    type: 'ValidationFault',
    faults: faults.map((fault) => tell(fault, language)),
  }
}

function tell(
  { name, values = {}, element = '' }: Fault,
  language: CompanySettings['language'],
): CompanyFault {
  const { code, [language]: texts } = faultTexts[name]
  const [message, detail] = texts
  return {
    message,
    detail: detail.replace(/\{(\w{1,20})\}/gu, (_, place: string) => values[place] ?? ''),
    code,
    element,
  }
}
