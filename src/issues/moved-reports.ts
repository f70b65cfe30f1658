import type { Collection } from '../storage/collection.ts'

/** A report that its issue has no room for any more; kept until no repetition of it is to be expected. */
export interface MovedReport {
  readonly id: string
  readonly firmId: string
  readonly issueId: string
  readonly expiresAt: string
}

export const movedReportDesign = {
  name: 'reports',
  fields: { firmId: 'firmId', issueId: 'issueId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], issue: ['issueId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type MovedReports = Collection<MovedReport, keyof typeof movedReportDesign.fields>
