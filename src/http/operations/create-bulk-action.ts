import type { Choice } from '../../actions/bulk/create-choose-issues.ts'
import { MOST_ISSUES } from '../../actions/bulk/create-choose-issues.ts'
import { countsOf } from '../../actions/bulk/counts-of.ts'
import type { RequestFault } from '../../domain/problem.ts'
import { actorOf } from '../actor-of.ts'
import type { components } from '../api-types.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { issueQuery } from '../issue-query.ts'
import { presentBulkAction } from '../present-bulk-action.ts'
import { presentResults } from '../present-results.ts'

/** Asks for the same about many issues, or tells what would come of that. */
export const createBulkAction: Handler<'createBulkAction'> = async ({ body }, context) => {
  const { firm, bulkActions, members, principal, occurrenceId, now } = context
  const firmId = firm.doc.id
  const { kind, dryRun = false } = body
  if (!dryRun && occurrenceId === undefined) return { problem: 'idempotency-key-required' }
  const actor = await actorOf(members, { firmId, principal, member: body.actor })
  if ('problem' in actor) return actor
  const id = `blk_${occurrenceId}`
  // A request that is repeated after a crash finds what it asked for the first time, whatever has become of the issues.
  const known = dryRun ? undefined : await bulkActions.get(firmId, id)
  if (known !== undefined) return accepted(known)

  const choice = choiceOf(body)
  if ('faults' in choice) return invalidRequest(...choice.faults)
  const chosen = await bulkActions.choose(firmId, choice)
  if ('tooMany' in chosen) {
    return invalidRequest({ in: 'body', pointer: '/filter', code: 'maxItems', expected: String(MOST_ISSUES) })
  }
  if ('unknown' in chosen) {
    return invalidRequest(
      ...chosen.unknown.map((i): RequestFault => ({
        in: 'body',
        pointer: `/issueIds/${i}`,
        code: 'unknown',
      })),
    )
  }
  const { ranks } = chosen
  const note = body.note?.toWellFormed() ?? null
  if (dryRun) {
    const results = await bulkActions.forecast({ firmId, kind, ranks })
    const at = now().toISOString()
    return {
      status: 200,
      body: {
        id: null,
        firmId,
        kind,
        dryRun,
        state: 'queued',
        actor,
        note,
        total: results.length,
        createdAt: at,
        updatedAt: at,
        counts: countsOf(results),
        results: presentResults(results),
      },
    }
  }
  return accepted(await bulkActions.request({ id, firmId, kind, actor, note, ranks }))

  async function accepted(bulk: Parameters<typeof presentBulkAction>[0]) {
    const headers = {
      Location: `/v1/firms/${encodeURIComponent(firmId)}/bulk-actions/${bulk.id}`,
      'Retry-After': '1',
    }
    return { status: 202, headers, body: presentBulkAction(bulk, await bulkActions.results(bulk)) } as const
  }
}

function choiceOf({
  issueIds,
  filter,
}: components['schemas']['BulkActionRequest']): Choice | { readonly faults: readonly RequestFault[] } {
  if (filter === undefined) {
    return issueIds === undefined
      ? { faults: [{ in: 'body', pointer: '/issueIds', code: 'required' }] }
      : { issueIds: [...new Set(issueIds)] }
  }
  if (issueIds !== undefined) {
    return { faults: [{ in: 'body', pointer: '/filter', code: 'additionalProperties' }] }
  }
  const asked = issueQuery({ status: 'open', ...filter, sort: 'firstSeenAt' })
  if ('limit' in asked) return { filter: asked }
  return {
    faults: asked.map((fault) => ({ ...fault, in: 'body', pointer: `/filter${fault.pointer}` })),
  }
}
