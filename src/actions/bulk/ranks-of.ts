import { recordTypes, type RecordType } from '../../domain/record-type.ts'
import type { Rank } from './bulk-action.ts'

interface Chosen {
  readonly id: string
  readonly recordType: RecordType
}

/** Issues in the order in which their records depend on each other; otherwise as they come. */
export function ranksOf(chosen: readonly Chosen[]): readonly Rank[] {
  return recordTypes
    .map((recordType) => ({
      recordType,
      issueIds: chosen.filter((one) => one.recordType === recordType).map(({ id }) => id),
    }))
    .filter(({ issueIds }) => issueIds.length > 0)
}
