import type { FailureReading } from './failure-reading.ts'
import type { Issue } from './issue.ts'

/** What an issue says of its newest failure. Facts about another error than the one before are about nothing any more. */
export function aboutFailure(
  { failure, diagnosis, error, words }: FailureReading,
  before?: Pick<Issue, 'item' | 'evidence'>,
) {
  const item = diagnosis.item?.slug ?? 'unrecognized'
  const evidence = before?.item === item ? before.evidence : []
  return {
    record: failure.record,
    error,
    httpStatus: failure.httpStatus ?? null,
    entity: failure.entity ?? null,
    operation: failure.operation ?? null,
    diagnosis,
    item,
    evidence,
    payload: failure.payload ?? null,
    words,
  }
}
