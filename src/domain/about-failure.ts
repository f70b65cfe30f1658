import type { FailureReading } from './failure-reading.ts'

/** What an issue says of its newest failure. */
export function aboutFailure({ failure, diagnosis, error, words }: FailureReading) {
  return {
    record: failure.record,
    error,
    httpStatus: failure.httpStatus ?? null,
    entity: failure.entity ?? null,
    operation: failure.operation ?? null,
    diagnosis,
    item: diagnosis.item?.slug ?? 'unrecognized',
    payload: failure.payload ?? null,
    words,
  }
}
