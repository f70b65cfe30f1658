import { linksOf } from '../read/links-of.ts'
import type { Check } from './check.ts'

/** What lies in a bank deposit is not touched. */
export const notDeposited: Check = ({ before }) =>
  before !== undefined && linksOf(before).some(({ type }) => type === 'Deposit')
    ? { name: 'deposited' }
    : undefined
