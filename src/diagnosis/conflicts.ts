import type { Facts } from '../domain/condition.ts'
import type { Conflict } from '../domain/diagnosis.ts'
import type { ErrorItem } from '../domain/error-item.ts'

/** What is known of a failure and speaks against its item: another code, or a record type it does not occur on. */
export function conflicts(item: ErrorItem, facts: Facts): readonly Conflict[] {
  const { code, recordType } = facts
  const found: Conflict[] = []
  if (code !== null && item.codes.length > 0 && !item.codes.includes(String(code))) {
    found.push({ fact: 'code', expected: item.codes, found: String(code) })
  }
  if (recordType !== null && !item.occursOn.some((type) => type === recordType)) {
    found.push({ fact: 'recordType', expected: item.occursOn, found: String(recordType) })
  }
  return found
}
