import type { DecisionToTell } from '../domain/decision-to-tell.ts'
import type { Issue } from '../domain/issue.ts'
import { emptyOutbox } from '../domain/outbox.ts'
import type { Host } from '../host/host.ts'
import type { IssueCollection } from '../issues/issue-collection.ts'
import { backOff } from './back-off.ts'
import type { Work } from './work.ts'

interface Needs extends Pick<Work, 'hostOf' | 'now' | 'random'> {
  readonly issues: IssueCollection
  readonly onError: (error: unknown, issueId: string) => void
}

/** Longer than a host may take to answer: what is told of one issue is told one after the other. */
const LEASE_MILLISECONDS = 30_000
/** After so long the host is left to find out by itself. */
const PATIENCE_MILLISECONDS = 3 * 24 * 60 * 60 * 1000
/** After so many that a host does not answer in a row, it is not called for the rest of what is due. */
const MOST_SILENCES = 2
const PAGE = 100

/**
 * Tells hosts of decisions about records, each at least once and under one id, and of several about one record the last. What
 * holds stands in the issue: a host that does not hear of a skip goes on pushing, and its reports change nothing. Answers how
 * many decisions were due.
 */
export function createTellHosts({ issues, hostOf, now, random, onError }: Needs): () => Promise<number> {
  /** Changes what is to be told, whatever else becomes of the issue meanwhile; `next` answers undefined where it stays. */
  async function change(
    issueId: string,
    next: (known: DecisionToTell) => DecisionToTell | null | undefined,
  ): Promise<DecisionToTell | null | undefined> {
    for (;;) {
      const found = await issues.get(issueId)
      const known = found?.doc.decisionToTell ?? null
      const decisionToTell = known === null ? undefined : next(known)
      if (found === undefined || decisionToTell === undefined) return undefined
      const { outbox = emptyOutbox } = found.doc
      const quiet = { ...outbox, quietWrites: outbox.quietWrites + 1 }
      if (await issues.replace({ ...found.doc, decisionToTell, outbox: quiet }, found.version)) {
        return decisionToTell
      }
    }
  }

  /** Undefined: somebody else is at it. */
  async function claim(issueId: string): Promise<DecisionToTell | undefined> {
    const at = now()
    const busyUntil = new Date(at.getTime() + LEASE_MILLISECONDS).toISOString()
    const claimed = await change(issueId, (known) =>
      known.dueAt > at.toISOString() ? undefined : { ...known, busyUntil, dueAt: busyUntil },
    )
    return claimed ?? undefined
  }

  async function settle(issueId: string, claimed: DecisionToTell, isTold: boolean): Promise<void> {
    const at = now()
    await change(issueId, (known) => {
      if (known.busyUntil !== claimed.busyUntil) return undefined
      // Another decision was taken meanwhile, and has waited for this one to be told.
      if (known.actionId !== claimed.actionId) return { ...known, busyUntil: null, dueAt: at.toISOString() }
      if (isTold || at.getTime() - Date.parse(known.decidedAt) > PATIENCE_MILLISECONDS) return null
      const dueAt = new Date(at.getTime() + backOff(known.delays, random)).toISOString()
      return { ...known, busyUntil: null, delays: known.delays + 1, dueAt }
    })
  }

  /** Tells one after the other; who does not listen is left alone for a while. */
  async function tellFirm(firmId: string, due: readonly Issue[]): Promise<void> {
    let host: Host | undefined
    let silences = 0
    for (const { id, record } of due) {
      const claimed = await claim(id)
      if (claimed === undefined) continue
      let isTold = false
      if (silences < MOST_SILENCES) {
        try {
          host ??= await hostOf(firmId)
          isTold = (await tell(host, record, claimed)) === 'told'
        } catch (error) {
          onError(error, id)
        }
        silences = isTold ? 0 : silences + 1
      }
      await settle(id, claimed, isTold)
    }
  }

  return async () => {
    const page = await issues.page({ index: 'decisionDue', until: now().toISOString(), limit: PAGE })
    const byFirm = new Map<string, Issue[]>()
    for (const { doc } of page) byFirm.set(doc.firmId, [...(byFirm.get(doc.firmId) ?? []), doc])
    await Promise.all([...byFirm].map(([firmId, due]) => tellFirm(firmId, due)))
    return page.length
  }
}

/** A host without an address needs to know nothing. */
async function tell(
  host: Host | undefined,
  record: Issue['record'],
  { kind, actionId }: DecisionToTell,
): Promise<'told' | 'unreachable'> {
  if (host === undefined) return 'told'
  const { outcome } =
    kind === 'skip'
      ? await host.skipped(record, `${actionId}-skipped`)
      : await host.reopened(record, `${actionId}-reopened`)
  return outcome
}
