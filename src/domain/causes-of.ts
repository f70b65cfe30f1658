import type { IssueStatus } from './issue-status.ts'

interface Counted {
  readonly item: string
  readonly status: IssueStatus
  readonly count: number
}

interface Cause {
  /** The slug of an error item, or `unrecognized`. */
  readonly item: string
  readonly count: number
}

interface Causes {
  /** The most frequent first. */
  readonly all: readonly Cause[]
  /** The one to begin with; undefined: there is none. */
  readonly first: Cause | undefined
}

/** What keeps open records out of the books. */
export function causesOf(counts: readonly Counted[]): Causes {
  const byItem = new Map<string, number>()
  for (const { item, status, count } of counts) {
    if (status === 'open') byItem.set(item, count + (byItem.get(item) ?? 0))
  }
  const all = [...byItem].map(([item, count]) => ({ item, count })).sort((a, b) => b.count - a.count)
  // For a known cause there are steps; the unknown is looked into when nothing else is left.
  return { all, first: all.find(({ item }) => item !== 'unrecognized') ?? all[0] }
}
