import { displayNameOf } from '../complete/display-name-of.ts'
import type { Check } from './check.ts'

/** Customers, vendors and employees may be named by parts. */
export const nameGiven: Check = ({ description, after }) =>
  description.nameMember === 'DisplayName' && displayNameOf(after) === '' ? { name: 'no-name' } : undefined
