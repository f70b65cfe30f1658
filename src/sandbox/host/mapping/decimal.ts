import { formatDecimal } from '../../../domain/format-decimal.ts'
import type { Money } from '../../../domain/money.ts'

/** An amount as the v3 API writes it: a JSON number. */
export function decimal(money: Money): number {
  return Number(formatDecimal(money))
}
