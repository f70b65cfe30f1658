import type { Facts } from '../domain/condition.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { RetryClass } from '../domain/retry-class.ts'
import { operators } from './operators.ts'

/** An item's retry class in the context of one failure. */
export function itemRetry(item: ErrorItem, facts: Facts): RetryClass {
  const special = item.retryWhen.find(({ fact, operator, value }) => operators[operator](facts[fact], value))
  return special?.retry ?? item.retry
}
