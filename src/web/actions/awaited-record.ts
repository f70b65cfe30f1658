import type { WaitingFor } from '../../domain/action.ts'

/** Whether what is waited for is another record, as `client/c_7`. */
export function awaitedRecord(
  waitingFor: WaitingFor,
): waitingFor is Extract<WaitingFor, `${string}/${string}`> {
  return waitingFor.includes('/')
}
