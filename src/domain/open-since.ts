import type { Issue } from './issue.ts'

/** Since when an open issue is open, as far as its newest history tells. */
export function openSince({ history, firstSeenAt }: Pick<Issue, 'history' | 'firstSeenAt'>): string {
  return history.findLast(({ from, to }) => to === 'open' && from !== 'open')?.at ?? firstSeenAt
}
