import type { Actor } from '../domain/actor.ts'
import { applySuccess } from '../domain/apply-success.ts'
import type { Issue } from '../domain/issue.ts'
import type { SuccessOutcome } from '../domain/report-outcome.ts'
import type { SyncSuccess } from '../domain/sync-success.ts'
import type { Versioned } from '../storage/collection.ts'
import { issueId } from './issue-id.ts'
import type { IssueStore } from './issue-store.ts'
import type { SyncedRecords } from './synced-records.ts'
import { REPORT_MILLISECONDS } from './trim-issue.ts'

interface Needs {
  readonly store: IssueStore
  readonly syncedRecords: SyncedRecords
  readonly now: () => Date
  /** Told of each record whose issue a success has resolved. */
  readonly onResolved?: (issue: Issue) => Promise<void>
}

export interface SuccessReport {
  readonly outcome: SuccessOutcome
  /** Undefined: the record never had one. */
  readonly issue: Versioned<Issue> | undefined
}

export type ReportSuccess = (firmId: string, success: SyncSuccess, actor: Actor) => Promise<SuccessReport>

/** Takes a success in: it resolves its record's issue unless a newer failure stands. */
export function createReportSuccess({ store, syncedRecords, now, onResolved }: Needs): ReportSuccess {
  return async (firmId, success, actor) => {
    const id = issueId(firmId, success.record)
    for (;;) {
      const found = await store.get(firmId, id)
      if (found === undefined) {
        await remember(id, firmId, success)
        // A failure that came meanwhile could not know of this success yet.
        if ((await store.get(firmId, id)) === undefined) return { outcome: 'ignored', issue: undefined }
        continue
      }
      if (await store.knows(found.doc, success.occurrenceId)) return { outcome: 'duplicate', issue: found }
      const at = now().toISOString()
      const { issue, outcome } = applySuccess(found.doc, { success, actor, now: at })
      const replaced = await store.replace(found, issue, at)
      if (replaced === undefined) continue
      if (outcome === 'resolved') await onResolved?.(replaced.doc)
      return { outcome, issue: replaced }
    }
  }

  async function remember(id: string, firmId: string, success: SyncSuccess): Promise<void> {
    const { occurredAt: lastSuccessAt, quickbooksId = null } = success
    const expiresAt = new Date(now().getTime() + REPORT_MILLISECONDS).toISOString()
    const doc = { id, firmId, lastSuccessAt, quickbooksId, expiresAt }
    for (;;) {
      const known = await syncedRecords.get(id)
      if (known === undefined) {
        if (await syncedRecords.insert(doc)) return
      } else if (known.doc.lastSuccessAt >= lastSuccessAt) {
        return
      } else if (await syncedRecords.replace(doc, known.version)) {
        return
      }
    }
  }
}
