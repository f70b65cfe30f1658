import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

export const accountTypeGiven: Check = ({ description, after }) =>
  description.name === 'Account' &&
  textOf(after, 'AccountType') === undefined &&
  textOf(after, 'AccountSubType') === undefined
    ? { name: 'account-type-missing' }
    : undefined
