import { randomBytes, randomUUID } from 'node:crypto'
import { type Actions, createActions } from '../actions/actions.ts'
import { type BulkActions, createBulkActions } from '../actions/bulk/bulk-actions.ts'
import { bulkActionDesign, type BulkCollection } from '../actions/bulk/bulk-collection.ts'
import { createChooseIssues } from '../actions/bulk/create-choose-issues.ts'
import { createForecast } from '../actions/bulk/create-forecast.ts'
import { createReadResults } from '../actions/bulk/create-read-results.ts'
import { createHurry } from '../actions/create-hurry.ts'
import { createKnownRecords } from '../actions/known-records.ts'
import { type KeyCollection, keyDesign } from '../access/key-collection.ts'
import { createKeys } from '../access/keys.ts'
import { type PortalLinkCollection, portalLinkDesign } from '../access/portal-link-collection.ts'
import { createPortal } from '../access/portal.ts'
import { type SessionCollection, sessionDesign } from '../access/session-collection.ts'
import type { Diagnose } from '../domain/diagnosis.ts'
import { maskSecrets } from '../faults/mask-secrets.ts'
import { clearFirm } from '../firms/clear-firm.ts'
import { type FirmCollection, firmDesign } from '../firms/firm-collection.ts'
import { createFirms } from '../firms/firms.ts'
import { type MemberCollection, memberDesign } from '../firms/member-collection.ts'
import { createMembers, type Members } from '../firms/members.ts'
import { createForgetQuickBooksIds } from '../issues/forget-quickbooks-ids.ts'
import { type KeptAnswers, keptAnswerDesign } from '../idempotency/kept-answer.ts'
import { createPerformOnce } from '../idempotency/once.ts'
import { createDecide } from '../issues/decide.ts'
import { type IssueCollection, issueDesign } from '../issues/issue-collection.ts'
import { createIssueHistory } from '../issues/issue-history.ts'
import { createIssueStore } from '../issues/issue-store.ts'
import type { Issues } from '../issues/issues.ts'
import { createListIssues } from '../issues/list-issues.ts'
import { type MovedHistory, movedHistoryDesign } from '../issues/moved-history.ts'
import { type MovedReports, movedReportDesign } from '../issues/moved-reports.ts'
import { type PastActions, pastActionDesign } from '../issues/past-actions.ts'
import { createReadFailure } from '../issues/read-failure.ts'
import { createReportFailure } from '../issues/report-failure.ts'
import { createReportSuccess } from '../issues/report-success.ts'
import { createSummarizeIssues } from '../issues/summarize-issues.ts'
import { type SyncedRecords, syncedRecordDesign } from '../issues/synced-records.ts'
import { type LoggedNotices, loggedNoticeDesign } from '../notices/logged-notice.ts'
import { mailboxId } from '../notices/mail/mailbox-id.ts'
import { mailboxDesign, type Mailboxes } from '../notices/mail/mailbox.ts'
import { createNoticeLog } from '../notices/notice-log.ts'
import { createOutboxSource } from '../notices/outbox-source.ts'
import { type WebhookDeliveries, webhookDeliveryDesign } from '../notices/webhooks/webhook-delivery.ts'
import { type WebhookEndpoints, webhookEndpointDesign } from '../notices/webhooks/webhook-endpoint.ts'
import { type WebhookLanes, webhookLaneDesign } from '../notices/webhooks/webhook-lane.ts'
import {
  type AuthorizationCollection,
  authorizationDesign,
} from '../quickbooks/connection/authorization-collection.ts'
import {
  type ConnectionCollection,
  connectionDesign,
} from '../quickbooks/connection/connection-collection.ts'
import { type RealmCollection, realmDesign } from '../quickbooks/connection/realm-collection.ts'
import { type ChangedEntities, changedEntityDesign } from '../quickbooks/webhooks/changed-entity.ts'
import { createMarkChanged } from '../quickbooks/webhooks/mark-changed.ts'
import type { CollectionDesign } from '../storage/collection-design.ts'
import type { Collection, Stored } from '../storage/collection.ts'
import type { Kept } from '../storage/kept.ts'
import type { Storage } from '../storage/storage.ts'
import { createSignals } from './signals.ts'

interface Needs {
  readonly storage: Storage
  readonly diagnose: Diagnose
  readonly now: () => Date
}

/** Everything that is kept. */
export interface Collections {
  readonly issues: IssueCollection
  readonly movedReports: MovedReports
  readonly movedHistory: MovedHistory
  readonly syncedRecords: SyncedRecords
  readonly pastActions: PastActions
  readonly bulkActions: BulkCollection
  readonly members: MemberCollection
  readonly portalLinks: PortalLinkCollection
  readonly sessions: SessionCollection
  readonly keptAnswers: KeptAnswers
  readonly keys: KeyCollection
  readonly connections: ConnectionCollection
  readonly realms: RealmCollection
  readonly authorizations: AuthorizationCollection
  readonly changedEntities: ChangedEntities
  readonly notices: LoggedNotices
  readonly mailboxes: Mailboxes
  readonly webhookEndpoints: WebhookEndpoints
  readonly webhookLanes: WebhookLanes
  readonly webhookDeliveries: WebhookDeliveries
  readonly firms: FirmCollection
}

/** The storage's side of the wiring: everything that is kept, and what can be done with it. */
export async function createStores({ storage, diagnose, now }: Needs) {
  const everything: Kept[] = []
  const open = async <T extends Stored, F extends string>(
    design: CollectionDesign<F> & { readonly indexes: { readonly all: readonly [NoInfer<F>] } },
  ): Promise<Collection<T, F>> => {
    const collection = await storage.collection<T, F>(design)
    const { name, fields, indexes } = design
    everything.push({
      name,
      collection,
      sortedBy: fields[indexes.all[0]],
    })
    return collection
  }
  const collections: Collections = {
    issues: await open(issueDesign),
    movedReports: await open(movedReportDesign),
    movedHistory: await open(movedHistoryDesign),
    syncedRecords: await open(syncedRecordDesign),
    pastActions: await open(pastActionDesign),
    bulkActions: await open(bulkActionDesign),
    members: await open(memberDesign),
    portalLinks: await open(portalLinkDesign),
    sessions: await open(sessionDesign),
    keptAnswers: await open(keptAnswerDesign),
    keys: await open(keyDesign),
    connections: await open(connectionDesign),
    realms: await open(realmDesign),
    authorizations: await open(authorizationDesign),
    changedEntities: await open(changedEntityDesign),
    notices: await open(loggedNoticeDesign),
    mailboxes: await open(mailboxDesign),
    webhookEndpoints: await open(webhookEndpointDesign),
    webhookLanes: await open(webhookLaneDesign),
    webhookDeliveries: await open(webhookDeliveryDesign),
    firms: await open(firmDesign),
  }
  const { syncedRecords, movedHistory, portalLinks: links, sessions, keptAnswers, keys, realms } = collections
  const owned = [
    { collection: collections.issues, index: 'statusLastSeen' },
    { collection: collections.movedReports, index: 'firm' },
    { collection: movedHistory, index: 'firm' },
    { collection: syncedRecords, index: 'firm' },
    { collection: collections.pastActions, index: 'firm' },
    { collection: collections.bulkActions, index: 'firm' },
    { collection: collections.members, index: 'firm' },
    { collection: links, index: 'firm' },
    { collection: sessions, index: 'firm' },
    { collection: keptAnswers, index: 'firm' },
    { collection: keys, index: 'firm' },
    { collection: collections.authorizations, index: 'firm' },
    { collection: collections.connections, index: 'firm' },
    { collection: collections.changedEntities, index: 'firm' },
    { collection: collections.notices, index: 'firm' },
    { collection: collections.mailboxes, index: 'firm' },
    { collection: collections.webhookEndpoints, index: 'firm' },
    { collection: collections.webhookLanes, index: 'firm' },
    { collection: collections.webhookDeliveries, index: 'firm' },
    // Last, so that the company is no other firm's before this one has forgotten it.
    { collection: realms, index: 'firm' },
  ] as const
  const readFailure = createReadFailure({ diagnose, maskSecrets, now })
  const knownMembers = createMembers(collections.members, now)
  const members: Members = {
    ...knownMembers,
    async remove(firmId, memberId) {
      const isRemoved = await knownMembers.remove(firmId, memberId)
      const mailbox = await collections.mailboxes.get(mailboxId(firmId, memberId))
      // One that somebody is at goes by itself, since there is nobody to mail any more.
      if (isRemoved && mailbox !== undefined) {
        await collections.mailboxes.remove(mailbox.doc.id, mailbox.version)
      }
      return isRemoved
    },
  }
  const firms = createFirms({ firms: collections.firms, clear: (firmId) => clearFirm(owned, firmId), now })
  const firmExists = async (firmId: string) => (await firms.get(firmId)) !== undefined
  const signals = createSignals()
  const store = createIssueStore({
    ...collections,
    newId: randomUUID,
    onWritten({ firmId, outbox, decisionToTell }) {
      signals.emit('changed', firmId)
      if (decisionToTell) signals.emit('decided')
      if (outbox !== undefined && outbox.dueAt !== null) signals.emit('news')
    },
  })
  const wake = () => signals.emit('due')
  const hurry = createHurry({ issues: collections.issues, store, now, wake })
  const issues: Issues = {
    get: (firmId, issueId) => store.get(firmId, issueId),
    reportFailure: createReportFailure({ store, syncedRecords, readFailure, firmExists, now }),
    reportSuccess: createReportSuccess({
      store,
      syncedRecords,
      now,
      onResolved: ({ firmId, record: { type, id } }) => hurry(firmId, `${type}/${id}`),
    }),
    list: createListIssues(collections.issues),
    summarize: createSummarizeIssues(collections.issues),
    history: createIssueHistory(movedHistory),
    decide: createDecide({ store, newId: randomUUID, now }),
  }
  const actions: Actions = createActions({ store, now, wake })
  const knownRecords = createKnownRecords({ store, issues: collections.issues, syncedRecords })
  const bulkActions: BulkActions = createBulkActions({
    bulks: collections.bulkActions,
    choose: createChooseIssues({ store, list: issues.list }),
    forecast: createForecast({
      ...knownRecords,
      store,
      hasHost: async (firmId) => ((await firms.get(firmId))?.doc.host ?? null) !== null,
    }),
    results: createReadResults(store),
    now,
    wake,
  })
  return {
    collections,
    store,
    actions,
    bulkActions,
    knownRecords,
    readFailure,
    hurry,
    signals,
    /** Everything that has something to be told. */
    outboxes: [
      createOutboxSource(collections.issues),
      createOutboxSource(collections.connections),
      createOutboxSource(collections.webhookEndpoints),
    ],
    noticeLog: createNoticeLog({ notices: collections.notices, now }),
    everything: everything as readonly Kept[],
    issues,
    members,
    firms,
    portal: createPortal({
      links,
      sessions,
      memberOf: (firmId, memberId) => members.get(firmId, memberId),
      now,
      randomBytes,
    }),
    keys: createKeys({ keys, now, randomBytes }),
    forgetQuickBooksIds: createForgetQuickBooksIds(collections),
    markChanged: createMarkChanged({
      changedEntities: collections.changedEntities,
      firmOfRealm: async (realmId) => (await realms.get(realmId))?.doc.firmId,
      now,
    }),
    performOnce: createPerformOnce({ keptAnswers, now }),
  }
}

export type Stores = Awaited<ReturnType<typeof createStores>>
