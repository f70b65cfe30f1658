import type { Issue } from '../../domain/issue.ts'
import type { IssueCollection } from '../../issues/issue-collection.ts'

export interface Dependents {
  readonly count: number
  /** Not all open issues were looked at. */
  readonly isLowerBound: boolean
}

export type CountDependents = (issue: Issue) => Promise<Dependents>

/** Beyond so many open issues nobody needs the exact number. */
const MOST = 1_000

/** How many other open issues of the firm wait for this record, as far as is known here. */
export function createCountDependents(issues: IssueCollection): CountDependents {
  return async (issue) => {
    const { firmId } = issue
    const open = await issues.page({
      index: 'statusFirstSeen',
      equals: { firmId, status: 'open' },
      limit: MOST,
    })
    const count = open.filter(({ doc }) => doc.id !== issue.id && waitsFor(doc, issue)).length
    return { count, isLowerBound: open.length === MOST }
  }
}

function waitsFor({ record, action }: Issue, { record: { type, id } }: Issue): boolean {
  const isOfClient = type === 'client' && record.client?.id === id
  return isOfClient || action?.waitingFor === `${type}/${id}`
}
