import type { Issue } from '../domain/issue.ts'

/** Clocks differ, and QuickBooks may finish long after we have given up on its answer. */
const BEFORE_MILLISECONDS = 60_000
const AFTER_MILLISECONDS = 10 * 60_000

/** Whether something was made in the books about when one of our own tries was sent. */
export function isOfTry(createTime: string | undefined, { action }: Pick<Issue, 'action'>): boolean {
  if (createTime === undefined) return false
  const created = Date.parse(createTime)
  return (action?.tries ?? []).some(({ startedAt }) => {
    const since = created - Date.parse(startedAt)
    return since >= -BEFORE_MILLISECONDS && since <= AFTER_MILLISECONDS
  })
}
