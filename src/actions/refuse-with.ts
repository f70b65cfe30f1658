import type { ActionStep } from '../domain/advance-action.ts'
import type { Issue } from '../domain/issue.ts'
import type { Payload } from '../domain/payload.ts'
import type { ReadFailure } from '../issues/read-failure.ts'
import type { Refusal } from '../quickbooks/refusal.ts'

interface Needs {
  readonly readFailure: ReadFailure
  readonly now: () => Date
}

/** What an action comes to where QuickBooks, or the host, refused: the issue is about what it said now. */
export async function refuseWith(
  { readFailure, now }: Needs,
  { record, action }: Issue,
  { error, httpStatus }: Pick<Refusal, 'error'> & { readonly httpStatus: number | null },
  payload: Pick<Payload, 'entity' | 'operation' | 'body'> | null,
): Promise<Extract<ActionStep, { step: 'refuse' }>> {
  const failure = {
    error,
    record,
    occurredAt: now().toISOString(),
    ...(httpStatus !== null && { httpStatus }),
    ...(payload !== null && {
      entity: payload.entity,
      operation: payload.operation,
      payload: JSON.stringify(payload.body),
    }),
  }
  const reading = await readFailure(failure, { type: 'system', id: action?.id ?? 'action', via: null })
  return { step: 'refuse', reason: null, faults: reading.diagnosis.faults, reading }
}
