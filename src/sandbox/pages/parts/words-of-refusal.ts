import type { Refused } from '../../company/books/company-fault.ts'

/** A refusal of the books as a person reads it. */
export function wordsOfRefusal({ faults }: Refused): string {
  return faults.map(({ message, detail }) => (detail === null ? message : `${message}: ${detail}`)).join(' ')
}
