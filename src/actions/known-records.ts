import type { Issue } from '../domain/issue.ts'
import type { IssueRecord } from '../domain/issue-record.ts'
import { referencesOf } from '../evidence/references-of.ts'
import type { IssueCollection } from '../issues/issue-collection.ts'
import { issueId } from '../issues/issue-id.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import type { SyncedRecords } from '../issues/synced-records.ts'
import type { Position } from '../storage/collection.ts'

interface Needs {
  readonly store: IssueStore
  readonly issues: IssueCollection
  readonly syncedRecords: SyncedRecords
}

type RecordRef = Pick<IssueRecord, 'type' | 'id'>

const PAGE = 200

/** What is known here of a firm's records, without asking anybody. */
export function createKnownRecords({ store, issues, syncedRecords }: Needs) {
  async function issueOf(firmId: string, record: RecordRef): Promise<Issue | undefined> {
    return (await store.get(firmId, issueId(firmId, record)))?.doc
  }

  return {
    issueOf,

    /** Under which id a record stands in the books, if it is known. */
    async quickbooksIdOf(firmId: string, record: RecordRef): Promise<string | null> {
      const issue = await issueOf(firmId, record)
      if (issue !== undefined) return issue.quickbooksId
      return (await syncedRecords.get(issueId(firmId, record)))?.doc.quickbooksId ?? null
    },

    /** Whether what an open issue of the firm was about to write names this service. */
    async isNeeded({ id, firmId, quickbooksId }: Issue): Promise<boolean> {
      // What never was in QuickBooks is named by nothing that was sent there.
      if (quickbooksId === null) return false
      let after: Position | undefined
      for (;;) {
        const page = await issues.page({
          index: 'statusFirstSeen',
          equals: { firmId, status: 'open' },
          after,
          limit: PAGE,
        })
        if (page.some(({ doc }) => doc.id !== id && namesItem(doc.payload, quickbooksId))) return true
        const last = page.at(-1)?.doc
        if (last === undefined) return false
        after = { value: last.firstSeenAt, id: last.id }
      }
    },
  }
}

function namesItem(payload: string | null, itemId: string): boolean {
  if (payload === null) return false
  return referencesOf(JSON.parse(payload)).some(({ entity, id }) => entity === 'Item' && id === itemId)
}
