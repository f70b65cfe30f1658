import type { Actor } from '../domain/actor.ts'
import { applyFailure } from '../domain/apply-failure.ts'
import { applySuccess } from '../domain/apply-success.ts'
import type { FailureReading } from '../domain/failure-reading.ts'
import type { Issue } from '../domain/issue.ts'
import { newIssue } from '../domain/new-issue.ts'
import type { FailureOutcome } from '../domain/report-outcome.ts'
import type { SyncFailure } from '../domain/sync-failure.ts'
import type { Versioned } from '../storage/collection.ts'
import { issueId } from './issue-id.ts'
import type { IssueStore } from './issue-store.ts'
import type { ReadFailure } from './read-failure.ts'
import type { SyncedRecord, SyncedRecords } from './synced-records.ts'

interface Needs {
  readonly store: IssueStore
  readonly syncedRecords: SyncedRecords
  readonly readFailure: ReadFailure
  /** False: the firm is gone, or going. */
  readonly firmExists: (firmId: string) => Promise<boolean>
  readonly now: () => Date
}

export interface FailureReport {
  readonly outcome: FailureOutcome
  readonly issue: Versioned<Issue>
}

export type ReportFailure = (firmId: string, failure: SyncFailure, actor: Actor) => Promise<FailureReport>

/** Takes a failure in: it makes its record's issue, joins it, or reopens it. When this resolves, it is kept for good. */
export function createReportFailure({
  store,
  syncedRecords,
  readFailure,
  firmExists,
  now,
}: Needs): ReportFailure {
  return async (firmId, failure, actor) => {
    const id = issueId(firmId, failure.record)
    let reading: FailureReading | undefined
    for (;;) {
      const found = await store.get(firmId, id)
      if (found !== undefined && (await store.knows(found.doc, failure.occurrenceId))) {
        return { outcome: 'duplicate', issue: found }
      }
      reading ??= await readFailure(failure, actor)
      if (found === undefined) {
        const synced = await syncedRecords.get(id)
        const { lastSuccessAt = null, quickbooksId = null } = synced?.doc ?? {}
        const doc = newIssue({ id, firmId, lastSuccessAt, quickbooksId }, reading)
        const issue = await store.insert(doc, reading.now)
        if (issue === undefined) continue
        // Whoever deletes the firm may have looked for its issues before this one was there.
        if (!(await firmExists(firmId))) {
          await remove(firmId, id)
          return { outcome: 'created', issue }
        }
        // A success that came between the two steps above found no issue to resolve.
        const later = await syncedRecords.get(id)
        const isNews = later !== undefined && later.version !== synced?.version
        return { outcome: 'created', issue: isNews ? await resolve(issue, later.doc, actor) : issue }
      } else {
        const { issue, outcome } = applyFailure(found.doc, reading)
        const replaced = await store.replace(found, issue, reading.now)
        if (replaced !== undefined) return { outcome, issue: replaced }
      }
    }
  }

  async function remove(firmId: string, id: string): Promise<void> {
    for (;;) {
      const found = await store.get(firmId, id)
      if (found === undefined || (await store.remove(id, found.version))) return
    }
  }

  async function resolve(
    issue: Versioned<Issue>,
    synced: Pick<SyncedRecord, 'lastSuccessAt' | 'quickbooksId'>,
    actor: Actor,
  ): Promise<Versioned<Issue>> {
    const { record } = issue.doc
    const { lastSuccessAt: occurredAt, quickbooksId } = synced
    const success = { record, occurredAt, ...(quickbooksId !== null && { quickbooksId }) }
    const at = now().toISOString()
    const changed = applySuccess(issue.doc, { success, actor, now: at }).issue
    const replaced = await store.replace(issue, changed, at)
    if (replaced !== undefined) return replaced
    const fresh = await store.get(issue.doc.firmId, issue.doc.id)
    return fresh === undefined ? issue : resolve(fresh, synced, actor)
  }
}
