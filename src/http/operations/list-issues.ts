import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { issueQuery } from '../issue-query.ts'
import { presentIssue } from '../present-issue.ts'
import { writeCursor } from '../write-cursor.ts'

/** Answers a page of a firm's issues. */
export const listIssues: Handler<'listIssues'> = async ({ query }, context) => {
  const { firm, issues, guides, language, principal, now } = context
  const asked = issueQuery(query)
  if (!('limit' in asked)) return invalidRequest(...asked)
  const page = await issues.list(firm.doc.id, asked)
  const data = page.issues.map((issue) =>
    presentIssue(issue, { guides, language, now, role: principal.role }),
  )
  return { status: 200, body: { data, nextCursor: page.next && writeCursor(page.next, asked.sort) } }
}
