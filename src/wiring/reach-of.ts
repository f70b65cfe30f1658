import type { Work } from '../actions/work.ts'
import { notSetUp } from '../quickbooks/not-set-up.ts'
import type { Hosts } from './connect-hosts.ts'
import type { QuickBooksServices } from './connect-quickbooks.ts'
import type { Stores } from './create-stores.ts'

interface Needs {
  readonly stores: Pick<Stores, 'firms' | 'knownRecords'>
  /** Undefined: QuickBooks is not set up. */
  readonly quickbooks: QuickBooksServices | undefined
  /** Undefined: no firm's host is called. */
  readonly hosts: Pick<Hosts, 'hostOf'> | undefined
}

/** Whom we ask about a firm's records: its books, its host, and what is known here. */
export type Reach = Pick<
  Work,
  'quickBooksOf' | 'hostOf' | 'hostPushes' | 'issueOf' | 'quickbooksIdOf' | 'isNeeded'
>

export function reachOf({ stores: { firms, knownRecords }, quickbooks, hosts }: Needs): Reach {
  return {
    quickBooksOf: async (firmId) => quickbooks?.quickBooksOf(firmId) ?? notSetUp,
    hostOf: async (firmId) => hosts?.hostOf(firmId),
    hostPushes: async (firmId) => (await firms.get(firmId))?.doc.resyncBy === 'host',
    ...knownRecords,
  }
}
