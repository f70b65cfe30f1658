import type { Issue } from '../domain/issue.ts'
import type { Collection } from '../storage/collection.ts'

/** What issues can be asked for by. */
export const issueDesign = {
  name: 'issues',
  fields: {
    firmId: 'firmId',
    status: 'status',
    recordType: 'record.type',
    item: 'item',
    retry: 'diagnosis.retry',
    currency: 'record.money.currency',
    minor: 'record.money.minor',
    firstSeenAt: 'firstSeenAt',
    lastSeenAt: 'lastSeenAt',
    closedAt: 'closedAt',
    actionDueAt: 'action.dueAt',
    actionWaitingFor: 'action.waitingFor',
    outboxDueAt: 'outbox.dueAt',
    decisionDueAt: 'decisionToTell.dueAt',
  },
  indexes: {
    statusLastSeen: ['firmId', 'status', 'lastSeenAt'],
    statusFirstSeen: ['firmId', 'status', 'firstSeenAt'],
    summary: ['firmId', 'status', 'recordType', 'item', 'currency', 'minor'],
    // Across firms: work that is due, and what is to be told.
    actionDue: ['actionDueAt'],
    outboxDue: ['outboxDueAt'],
    decisionDue: ['decisionDueAt'],
    actionWaitingFor: ['firmId', 'actionWaitingFor'],
    // Across firms, for support and for clearing away.
    all: ['lastSeenAt'],
  },
  sparse: ['actionDue', 'outboxDue', 'decisionDue', 'actionWaitingFor'],
  words: { path: 'words', scope: 'firmId' },
} as const

export type IssueField = keyof typeof issueDesign.fields

export type IssueCollection = Collection<Issue, IssueField>
