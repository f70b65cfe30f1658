import type { EvidenceKind } from '../domain/evidence-fields.ts'
import type { Issue } from '../domain/issue.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import type { Versioned } from '../storage/collection.ts'
import type { RunProbes } from './create-probe.ts'
import type { Unread } from './unread.ts'

interface Needs {
  readonly store: IssueStore
  /** Which facts decide about an error, by its item's slug. */
  readonly kindsOf: (item: string) => readonly EvidenceKind[]
  readonly probe: RunProbes
  readonly now: () => Date
}

export type EvidenceRead =
  | { readonly outcome: 'read'; readonly issue: Versioned<Issue> }
  | { readonly outcome: 'not-found' }
  /** Nothing at all could be read. */
  | ({ readonly outcome: 'unread' } & Unread)

export type ReadEvidence = (firmId: string, issueId: string) => Promise<EvidenceRead>

/** Reads are counted by QuickBooks; what was just read is not read again. */
const FRESH_MILLISECONDS = 60_000

/**
 * Reads what decides about an issue, and keeps it with the issue; done when somebody looks, never while a failure is
 * taken in. Of several who look at once, one reads.
 */
export function createReadEvidence({ store, kindsOf, probe, now }: Needs): ReadEvidence {
  const underWay = new Map<string, Promise<EvidenceRead>>()
  return (firmId, issueId) => {
    const key = JSON.stringify([firmId, issueId])
    const known = underWay.get(key)
    if (known !== undefined) return known
    const reading = read(firmId, issueId).finally(() => underWay.delete(key))
    underWay.set(key, reading)
    return reading
  }

  async function read(firmId: string, issueId: string): Promise<EvidenceRead> {
    for (;;) {
      const found = await store.get(firmId, issueId)
      if (found === undefined) return { outcome: 'not-found' }
      const kinds = kindsOf(found.doc.item)
      if (kinds.length === 0 || isFresh(found.doc)) return { outcome: 'read', issue: found }
      const { facts, unread } = await probe(found.doc, kinds)
      if (unread !== undefined && facts.length === 0) return { outcome: 'unread', ...unread }
      const issue = await keep(found, facts)
      if (issue !== undefined) return { outcome: 'read', issue }
    }
  }

  /** Undefined: the issue is about another failure by now, and the facts are about nothing. */
  async function keep(
    read: Versioned<Issue>,
    evidence: Issue['evidence'],
  ): Promise<Versioned<Issue> | undefined> {
    const { id, firmId, item, lastSeenAt } = read.doc
    let current: Versioned<Issue> | undefined = read
    while (current?.doc.item === item && current.doc.lastSeenAt === lastSeenAt) {
      const kept = await store.replace(current, { ...current.doc, evidence }, now().toISOString())
      if (kept !== undefined) return kept
      current = await store.get(firmId, id)
    }
    return undefined
  }

  function isFresh({ evidence, lastSeenAt }: Issue): boolean {
    const since = new Date(now().getTime() - FRESH_MILLISECONDS).toISOString()
    return evidence.length > 0 && evidence.every(({ readAt }) => readAt > since && readAt >= lastSeenAt)
  }
}
