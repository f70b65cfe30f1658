import { revisionOf } from '../../domain/revision-of.ts'
import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { parseSyncFailure } from '../parse-sync-failure.ts'
import { presentIssue } from '../present-issue.ts'

/** Takes in a failure. */
export const reportFailure: Handler<'reportFailure'> = async ({ body }, context) => {
  const { firm, principal, issues, guides, language, occurrenceId, now } = context
  const failure = parseSyncFailure(body, { firm: firm.doc, now: now(), at: '', occurrenceId })
  if (!('record' in failure)) return invalidRequest(...failure)
  const actor = { type: principal.type, id: principal.id, via: null }
  const { outcome, issue } = await issues.reportFailure(firm.doc.id, failure, actor)
  return {
    status: outcome === 'created' ? 201 : 200,
    body: { report: outcome, issue: presentIssue(issue, { guides, language, now, role: principal.role }) },
    headers: { ETag: etag(revisionOf(issue), language) },
  }
}
