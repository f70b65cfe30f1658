import type { Action } from '../domain/action.ts'
import type { components } from './api-types.ts'

/** An action as the contract shows it; what was sent, and how the work is shared out, are our own business. */
export function presentAction(action: Action): components['schemas']['Action'] {
  const { changes, link, bulkId, lease, dueAt, delays, tries, faults, ...shown } = action
  return {
    ...shown,
    tries: tries.map(({ entity, operation, body, ...one }) => one),
    faults: faults.map(({ text, code, message, detail, element }) => ({
      text,
      code,
      message,
      detail,
      element,
    })),
  }
}
