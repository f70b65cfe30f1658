import type { Handler } from '../handler.ts'

/** Answers who did what about an issue, the newest first. */
export const getIssueHistory: Handler<'getIssueHistory'> = async ({ path, query }, { firm, issues }) => {
  const { cursor: before, limit = 50 } = query
  const issue = await issues.get(firm.doc.id, path.issueId)
  if (issue === undefined) return { problem: 'not-found' }
  const data = await issues.history(issue.doc, { before, limit })
  const oldest = data.at(-1)?.number ?? 1
  return { status: 200, body: { data, nextCursor: oldest > 1 ? oldest : null } }
}
