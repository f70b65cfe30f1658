import type { Request } from 'express'
import { type InboxQuery, readInboxQuery } from '../issues/inbox-query.ts'

/** What somebody wants to do about several issues, and about which: some of them, or all that fit the inbox's filters. */
export interface BulkWish {
  readonly kind: 'resync' | 'skip'
  readonly choice:
    | { readonly issueIds: readonly string[] }
    | { readonly filter: Pick<InboxQuery, 'status' | 'recordType' | 'item' | 'search'> }
}

const ISSUE_ID = /^[\w-]{1,100}$/u

/** What the address says; undefined: nothing that can be done. */
export function readBulkWish(request: Request): BulkWish | undefined {
  const { issue, do: wish } = request.query
  switch (wish) {
    case 'all-resync':
    case 'all-skip': {
      const { status, recordType, item, search } = readInboxQuery(request)
      return {
        kind: wish === 'all-skip' ? 'skip' : 'resync',
        choice: { filter: { status, recordType, item, search } },
      }
    }
    case 'resync':
    case 'skip': {
      const named = Array.isArray(issue) ? issue : [issue]
      const ids = named.filter((one) => typeof one === 'string').filter((one) => ISSUE_ID.test(one))
      return { kind: wish, choice: { issueIds: [...new Set(ids)] } }
    }
    default:
      return undefined
  }
}
