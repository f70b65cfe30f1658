import { randomUUID } from 'node:crypto'
import { createApp } from '../../src/app.ts'
import type { Collections } from '../../src/wiring/create-stores.ts'
import { createStores } from '../../src/wiring/create-stores.ts'
import type { SyncFailure } from '../../src/domain/sync-failure.ts'
import type { SyncSuccess } from '../../src/domain/sync-success.ts'
import { maskSecrets } from '../../src/faults/mask-secrets.ts'
import { createIssueStore } from '../../src/issues/issue-store.ts'
import { createReadFailure } from '../../src/issues/read-failure.ts'
import { createReportFailure } from '../../src/issues/report-failure.ts'
import { createReportSuccess } from '../../src/issues/report-success.ts'
import { root } from '../../src/root.ts'
import { minute } from './readings.ts'
import { temporaryStorage } from './temporary-storage.ts'

const { diagnose } = await createApp(root)

/** Everything that is kept, in a storage of its own; whatever a test calls a firm is one. */
export async function newStores(now: () => Date) {
  const stores = await createStores({ storage: await temporaryStorage(), diagnose, now })
  return { ...stores, issues: { ...stores.issues, ...reportsOver(stores.collections, now) } }
}

type ReportCollections = Pick<
  Collections,
  'issues' | 'movedReports' | 'movedHistory' | 'pastActions' | 'syncedRecords'
>

/** The use cases of reports over these collections, which a test may have put something in front of. */
export function reportsOver(
  collections: ReportCollections,
  now: () => Date,
  firmExists: (firmId: string) => Promise<boolean> = () => Promise.resolve(true),
) {
  const needs = {
    store: createIssueStore({ ...collections, newId: randomUUID }),
    syncedRecords: collections.syncedRecords,
    now,
  }
  return {
    reportFailure: createReportFailure({
      ...needs,
      readFailure: createReadFailure({ diagnose, maskSecrets, now }),
      firmExists,
    }),
    reportSuccess: createReportSuccess(needs),
  }
}

/** Error texts, by what they are. */
export const errors = {
  'duplicate-document-number':
    'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188',
  unrecognized: 'The moon is in the wrong house.',
}

/** A failure of invoice `inv_88` at this minute. */
export function syncFailure(at: number, changes: Partial<SyncFailure> = {}): SyncFailure {
  return {
    error: errors['duplicate-document-number'],
    record: {
      type: 'invoice',
      id: 'inv_88',
      label: 'Invoice 1781',
      url: null,
      money: { minor: 125_000, currency: 'USD' },
      date: '2026-03-02',
      client: { id: 'c_7', name: 'Northwind LLC' },
    },
    occurredAt: minute(at),
    ...changes,
  }
}

/** That invoice `inv_88` went through at this minute. */
export function syncSuccess(at: number, changes: Partial<SyncSuccess> = {}): SyncSuccess {
  return { record: { type: 'invoice', id: 'inv_88' }, occurredAt: minute(at), ...changes }
}
