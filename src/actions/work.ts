import type { Action } from '../domain/action.ts'
import type { Issue } from '../domain/issue.ts'
import type { IssueRecord } from '../domain/issue-record.ts'
import type { Host } from '../host/host.ts'
import type { Hurry } from './create-hurry.ts'
import type { ReadFailure } from '../issues/read-failure.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'

/** What performing an action works with. */
export interface Work {
  /** The firm's books, whether it is connected or not. */
  readonly quickBooksOf: (firmId: string) => Promise<QuickBooks>
  /** Undefined: the firm's host has no address. */
  readonly hostOf: (firmId: string) => Promise<Host | undefined>
  /** Whether the firm's host pushes by itself when asked to. */
  readonly hostPushes: (firmId: string) => Promise<boolean>
  readonly issueOf: (firmId: string, record: Pick<IssueRecord, 'type' | 'id'>) => Promise<Issue | undefined>
  /** Under which id a record stands in the books, if it is known. */
  readonly quickbooksIdOf: (
    firmId: string,
    record: Pick<IssueRecord, 'type' | 'id'>,
  ) => Promise<string | null>
  /** Whether nobody wants the action any more, though it was asked for. */
  readonly isCalledOff: (action: Action) => Promise<boolean>
  /** Whether an open issue of the firm needs this service. */
  readonly isNeeded: (service: Issue) => Promise<boolean>
  readonly readFailure: ReadFailure
  /** Makes due at once what waits for this. */
  readonly hurry: Hurry
  readonly now: () => Date
  readonly random: () => number
}
