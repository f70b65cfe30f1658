import { formatDecimal } from '../domain/format-decimal.ts'
import type { IssueRecord } from '../domain/issue-record.ts'
import type { components } from './api-types.ts'

/** A record as the contract shows it. */
export function presentRecord({ money, ...rest }: IssueRecord): components['schemas']['IssueRecord'] {
  return { ...rest, amount: money && formatDecimal(money), currency: money && money.currency }
}
