import { aboutFailure } from './about-failure.ts'
import type { Action, WaitingFor } from './action.ts'
import type { FailureReading } from './failure-reading.ts'
import type { Fault } from './fault.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'
import type { Try } from './try.ts'
import type { OutcomeReason } from './outcome-reason.ts'

/** What comes of an action while somebody works at it. */
export type ActionStep =
  | { readonly step: 'renew'; readonly until: string }
  | { readonly step: 'begin-try'; readonly sent: Pick<Try, 'requestId' | 'entity' | 'operation' | 'body'> }
  | {
      readonly step: 'end-try'
      readonly outcome: 'succeeded' | 'refused' | 'unknown'
      readonly intuitTid: string | null
      readonly quickbooksId: string | null
    }
  /** It never left: QuickBooks was not reached, so the next try may send something newer. */
  | { readonly step: 'drop-try' }
  | { readonly step: 'put-off'; readonly waitingFor: WaitingFor; readonly until: string }
  | {
      readonly step: 'succeed'
      readonly outcome: NonNullable<Action['outcome']>
      readonly quickbooksId: string | null
      readonly reason: OutcomeReason | null
    }
  | {
      readonly step: 'refuse'
      readonly reason: OutcomeReason | null
      readonly faults: readonly Fault[]
      /** What QuickBooks or the host said instead, if it said something. */
      readonly reading: FailureReading | null
    }
  | { readonly step: 'cancel'; readonly reason: OutcomeReason }
  | { readonly step: 'leave-unknown' }

/** Beyond this many tries a person must look. */
const MOST_TRIES = 2

/** The issue after a step of its action; undefined: the lease is lost, and somebody else may be at work. */
export function advanceAction(
  issue: Issue,
  token: string,
  { now, ...step }: ActionStep & { readonly now: string },
): Issue | undefined {
  const { action } = issue
  if (action === null || action.lease?.token !== token) return undefined
  const set = (changes: Partial<Action>): Issue => ({
    ...issue,
    action: { ...action, updatedAt: now, ...changes },
  })
  switch (step.step) {
    case 'renew':
      return set({ lease: { token, until: step.until }, dueAt: step.until })
    case 'begin-try': {
      if (action.tries.length >= MOST_TRIES || action.tries.some(({ outcome }) => outcome === 'succeeded')) {
        throw new Error(`Action ${action.id} must not write again.`)
      }
      const number = action.tries.length + 1
      const begun: Try = {
        number,
        startedAt: now,
        endedAt: null,
        outcome: null,
        intuitTid: null,
        ...step.sent,
      }
      return set({ tries: [...action.tries, begun] })
    }
    case 'end-try': {
      const { outcome, intuitTid, quickbooksId } = step
      const isOver = outcome !== 'unknown'
      const ended = action.tries.map((one, i) =>
        i < action.tries.length - 1
          ? one
          : { ...one, outcome, intuitTid, ...(isOver && { endedAt: now, body: null }) },
      )
      return set({ tries: ended, intuitTid: intuitTid ?? action.intuitTid, quickbooksId })
    }
    case 'drop-try':
      return set({ tries: action.tries.slice(0, -1) })
    case 'put-off':
      return set({
        state: 'waiting',
        waitingFor: step.waitingFor,
        dueAt: step.until,
        lease: null,
        delays: action.waitingFor === step.waitingFor ? action.delays + 1 : 1,
      })
    case 'succeed': {
      const { outcome, quickbooksId, reason } = step
      const ended = set({ ...over, state: 'succeeded', outcome, quickbooksId, reason })
      const next = issueTransitions[issue.status][action.kind === 'delete' ? 'delete' : 'success']
      const status = next ?? issue.status
      const closed = {
        ...ended,
        status,
        lastSuccessAt: action.kind === 'delete' ? issue.lastSuccessAt : now,
        closedAt: status === issue.status ? issue.closedAt : now,
        quickbooksId: quickbooksId ?? issue.quickbooksId,
      }
      return told(closed, issue, action, now, reason)
    }
    case 'refuse': {
      const { reason, faults, reading } = step
      const ended = set({ ...over, state: 'refused', reason, faults })
      const about =
        reading === null
          ? {}
          : {
              ...aboutFailure(reading, issue),
              occurrences: issue.occurrences + 1,
              lastSeenAt: now > issue.lastSeenAt ? now : issue.lastSeenAt,
            }
      return told({ ...ended, ...about }, issue, action, now, reason)
    }
    case 'cancel':
      return told(set({ ...over, state: 'cancelled', reason: step.reason }), issue, action, now, step.reason)
    case 'leave-unknown':
      return told(
        set({ ...over, state: 'unknown', reason: 'unknown-outcome' }),
        issue,
        action,
        now,
        'unknown-outcome',
      )
  }
}

/** An action that nobody works at any more. */
const over = { lease: null, dueAt: null, waitingFor: null } as const

/** With a line of history about how the action ended. */
function told(after: Issue, before: Issue, action: Action, now: string, reason: OutcomeReason | null): Issue {
  const { id: actionId, kind: event, actor, note } = action
  const intuitTid = after.action?.intuitTid ?? null
  const entry = { at: now, actor, event, from: before.status, note, reason, intuitTid, actionId }
  return recorded(after, { now, entry })
}
