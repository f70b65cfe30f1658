import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { issueQuery } from '../issue-query.ts'
import { presentIssue } from '../present-issue.ts'
import { writeCursor } from '../write-cursor.ts'

/** Answers issues of all firms, or of the one that the caller is for. */
export const searchIssues: Handler<'searchIssues'> = async ({ query }, context) => {
  const { issues, guides, language, principal, now } = context
  const asked = issueQuery(query)
  if (!('limit' in asked)) return invalidRequest(...asked)
  const page = await issues.list(principal.firmId, asked)
  const data = page.issues.map((issue) =>
    presentIssue(issue, { guides, language, now, role: principal.role }),
  )
  return { status: 200, body: { data, nextCursor: page.next && writeCursor(page.next, asked.sort) } }
}
