import type { IssueStatus } from '../domain/issue-status.ts'
import type { Money } from '../domain/money.ts'
import type { RecordType } from '../domain/record-type.ts'
import type { IssueCollection } from './issue-collection.ts'

export interface IssueCount {
  readonly recordType: RecordType
  readonly item: string
  readonly status: IssueStatus
  readonly count: number
}

/** A firm's issues in numbers. */
export interface IssueSummary {
  readonly open: number
  readonly oldestOpenAt: string | null
  readonly counts: readonly IssueCount[]
  /** The amounts of open issues. */
  readonly atStake: readonly { readonly money: Money; readonly count: number }[]
}

export type SummarizeIssues = (firmId: string) => Promise<IssueSummary>

export function createSummarizeIssues(issues: IssueCollection): SummarizeIssues {
  return async (firmId) => {
    const tallies = await issues.tally({
      index: 'summary',
      equals: { firmId },
      by: ['status', 'recordType', 'item', 'currency'],
      sum: 'minor',
    })
    const [oldest] = await issues.page({
      index: 'statusFirstSeen',
      equals: { firmId, status: 'open' },
      limit: 1,
    })
    const counts = new Map<string, IssueCount>()
    const atStake = new Map<string, { money: Money; count: number }>()
    for (const { by, count, sum } of tallies) {
      const [status, recordType, item] = [by.status, by.recordType, by.item] as [
        IssueStatus,
        RecordType,
        string,
      ]
      const key = JSON.stringify([status, recordType, item])
      counts.set(key, { recordType, item, status, count: count + (counts.get(key)?.count ?? 0) })
      if (status !== 'open' || typeof by.currency !== 'string') continue
      const { currency } = by
      const known = atStake.get(currency) ?? { money: { minor: 0, currency }, count: 0 }
      atStake.set(currency, {
        money: { minor: known.money.minor + sum, currency },
        count: known.count + count,
      })
    }
    const all = [...counts.values()]
    return {
      open: all.reduce((total, { status, count }) => total + (status === 'open' ? count : 0), 0),
      oldestOpenAt: oldest?.doc.firstSeenAt ?? null,
      counts: all,
      atStake: [...atStake.values()],
    }
  }
}
