import { revisionOf } from '../../domain/revision-of.ts'
import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { presentIssue } from '../present-issue.ts'

/** Answers one issue. */
export const getIssue: Handler<'getIssue'> = async (
  { path },
  { firm, issues, guides, language, principal, now },
) => {
  const issue = await issues.get(firm.doc.id, path.issueId)
  if (issue === undefined) return { problem: 'not-found' }
  return {
    status: 200,
    body: presentIssue(issue, { guides, language, now, role: principal.role }),
    headers: { ETag: etag(revisionOf(issue), language) },
  }
}
