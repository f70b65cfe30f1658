import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** Nothing is entered, changed or deleted on or before the day on which the books were closed. */
export const periodOpen: Check = ({ description, before, after }, { settings, today }) => {
  const { bookCloseDate, bookClosePassword } = settings
  if (description.kind !== 'transaction' || bookCloseDate === null) return undefined
  const days = [before, after].flatMap((members) => (members ? [textOf(members, 'TxnDate') ?? today] : []))
  if (days.every((day) => day > bookCloseDate)) return undefined
  return { name: bookClosePassword ? 'period-closed-by-password' : 'period-closed' }
}
