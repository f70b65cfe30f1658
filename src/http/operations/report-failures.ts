import { setImmediate as breathe } from 'node:timers/promises'
import { type FailureOutcome, failureOutcomes } from '../../domain/report-outcome.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { parseSyncFailure } from '../parse-sync-failure.ts'

/** Takes in many failures in their order; if one is malformed, none. */
export const reportFailures: Handler<'reportFailures'> = async ({ body }, context) => {
  const { firm, principal, issues, occurrenceId, now } = context
  const parsed = body.failures.map((failure, index) =>
    parseSyncFailure(failure, {
      firm: firm.doc,
      now: now(),
      at: `/failures/${index}`,
      occurrenceId: occurrenceId && `${occurrenceId}/${index}`,
    }),
  )
  const failures = parsed.filter((one) => 'record' in one)
  if (failures.length < parsed.length)
    return invalidRequest(...parsed.flatMap((one) => ('record' in one ? [] : one)))
  const actor = { type: principal.type, id: principal.id, via: null }
  const results = []
  const counts = Object.fromEntries(failureOutcomes.map((one) => [one, 0])) as Record<FailureOutcome, number>
  for (const failure of failures) {
    const { outcome, issue } = await issues.reportFailure(firm.doc.id, failure, actor)
    const { id: issueId, diagnosis } = issue.doc
    results.push({ report: outcome, issueId, item: diagnosis.item?.slug ?? null })
    counts[outcome] += 1
    // Other callers come in between: a large batch must not keep them waiting.
    await breathe()
  }
  return { status: 200, body: { results, counts } }
}
