import type { Issue } from '../../domain/issue.ts'
import type { Money } from '../../domain/money.ts'
import type { IssueNews } from './fold-notices.ts'
import type { CauseGroup, NamedRecord } from './mail-content.ts'

interface OpenIssue {
  readonly issue: Issue
  /** How it arose, if that is news. */
  readonly arose: IssueNews['arose']
}

/** More records than these are only counted. */
const NAMED = 5

/** Open issues by their cause, the most frequent first. */
export function groupByCause(open: readonly OpenIssue[]): readonly CauseGroup[] {
  const groups = new Map<string, OpenIssue[]>()
  for (const one of open) {
    const group = groups.get(one.issue.item)
    if (group === undefined) groups.set(one.issue.item, [one])
    else group.push(one)
  }
  return [...groups].map(([item, group]) => ofCause(item, group)).sort((a, b) => b.count - a.count)
}

function ofCause(item: string, group: readonly OpenIssue[]): CauseGroup {
  const many = (how: IssueNews['arose']) => group.filter(({ arose }) => arose === how).length
  return {
    item,
    count: group.length,
    reopened: many('issue.reopened'),
    changed: many('issue.cause-changed'),
    atStake: atStake(group.map(({ issue }) => issue)),
    records: group.slice(0, NAMED).map(({ issue }) => namedRecord(issue)),
    retry: group[0]?.issue.diagnosis.retry ?? null,
  }
}

export function namedRecord({ record }: Pick<Issue, 'record'>): NamedRecord {
  return { label: record.label, client: record.client?.name ?? null, money: record.money }
}

function atStake(issues: readonly Issue[]): readonly Money[] {
  const sums = new Map<string, number>()
  for (const { record } of issues) {
    if (record.money === null) continue
    const { currency, minor } = record.money
    sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }))
}
