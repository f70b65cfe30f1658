import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { occurredAt } from '../occurred-at.ts'
import { presentIssue } from '../present-issue.ts'

/** Takes in that a record went through. */
export const reportSuccess: Handler<'reportSuccess'> = async ({ body }, context) => {
  const { firm, principal, issues, guides, language, occurrenceId, now } = context
  const moment = occurredAt(body.occurredAt, now(), '')
  if (typeof moment !== 'string') return invalidRequest(moment)
  const success = { ...body, occurredAt: moment, occurrenceId: body.occurrenceId ?? occurrenceId }
  const actor = { type: principal.type, id: principal.id, via: null }
  const { outcome, issue } = await issues.reportSuccess(firm.doc.id, success, actor)
  const shown = issue && presentIssue(issue, { guides, language, now, role: principal.role })
  return { status: 200, body: { report: outcome, issue: shown ?? null } }
}
