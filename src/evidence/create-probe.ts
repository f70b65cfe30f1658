import type { Evidence } from '../domain/evidence.ts'
import type { EvidenceKind } from '../domain/evidence-fields.ts'
import type { IssueRecord } from '../domain/issue-record.ts'
import type { Issue } from '../domain/issue.ts'
import type { Host } from '../host/host.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ProbeContext } from './probe.ts'
import { probes } from './probes.ts'
import { sentOf } from './sent-of.ts'
import type { Unread } from './unread.ts'

export interface ProbeNeeds {
  /** The firm's books, whether it is connected or not. */
  readonly quickBooksOf: (firmId: string) => Promise<QuickBooks>
  /** Undefined: the firm's host has no address. */
  readonly hostOf: (firmId: string) => Promise<Host | undefined>
  /** Under which id a record stands in the books, if it is known. */
  readonly quickbooksIdOf: (
    firmId: string,
    record: Pick<IssueRecord, 'type' | 'id'>,
  ) => Promise<string | null>
  readonly now: () => Date
}

export interface Findings {
  readonly facts: readonly Evidence[]
  /** Why some questions have no answer, if some have none. */
  readonly unread: Unread | undefined
}

export type RunProbes = (issue: Issue, kinds: readonly EvidenceKind[]) => Promise<Findings>

/** Asks the host and the books what decides about an issue: no more than the kinds of facts that its error needs. */
export function createProbe({ quickBooksOf, hostOf, quickbooksIdOf, now }: ProbeNeeds): RunProbes {
  return async (issue, kinds) => {
    const { firmId, record } = issue
    const host = await (await hostOf(firmId))?.read(record)
    const { client } = record
    const customerId =
      client === null ? null : await quickbooksIdOf(firmId, { type: 'client', id: client.id })
    const context: ProbeContext = {
      issue,
      books: await quickBooksOf(firmId),
      host,
      sent: sentOf(issue, host, customerId),
      now,
    }
    if (host?.outcome === 'in-books' || host?.outcome === 'gone') return ask(['host-record'], context)
    // That the host refuses stands in the way of any record; that it does not means something only where it did.
    const isRefused = host?.outcome === 'refused' && !kinds.includes('host-record')
    return ask(isRefused ? ['host-record', ...kinds] : kinds, context)
  }
}

/** One after the other, so that the first failure of a connection spares the rest. */
async function ask(kinds: readonly EvidenceKind[], context: ProbeContext): Promise<Findings> {
  const facts: Evidence[] = []
  let unread: Unread | undefined
  for (const kind of kinds) {
    const probed = await probes[kind](context)
    if (probed === undefined) continue
    if ('unread' in probed) {
      unread = probed
      break
    }
    facts.push(probed)
  }
  return { facts: unread === undefined ? facts : facts.map(withoutResync), unread }
}

/** What could not be read may hold the cause still. */
function withoutResync(fact: Evidence): Evidence {
  return fact.recommends === 'resync' ? { ...fact, recommends: null } : fact
}
