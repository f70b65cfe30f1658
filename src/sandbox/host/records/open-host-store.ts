import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { z } from 'zod'
import { pendingReport } from '../reporting/pending-report.ts'
import { type HostRecord, hostRecord } from './host-record.ts'
import { type HostSettings, hostSettings } from './host-settings.ts'
import type { CallAnswer, HostChange, HostStore } from './host-store.ts'
import { isOfType } from './is-of-type.ts'

const TABLES = `
  CREATE TABLE IF NOT EXISTS host_records (
    position INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL,
    UNIQUE (type, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS host_settings (id INTEGER PRIMARY KEY CHECK (id = 1), doc TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS host_reports (number INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS host_steps (name TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS host_answers (call_id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT;`

const KEEP = `INSERT INTO host_records (type, id, doc) VALUES (?, ?, ?)
  ON CONFLICT (type, id) DO UPDATE SET doc = excluded.doc`
const KEEP_SETTINGS = `INSERT INTO host_settings (id, doc) VALUES (1, ?)
  ON CONFLICT (id) DO UPDATE SET doc = excluded.doc`

const CLEAR = ['records', 'settings', 'reports', 'steps', 'answers']
  .map((table) => `DELETE FROM host_${table};`)
  .join(' ')

const kept = z.object({ doc: z.string().transform((text): unknown => JSON.parse(text)) })
const keptReport = kept.extend({ number: z.int() })
const callAnswer = z.object({ status: z.int(), body: z.unknown() })

const untouched: HostSettings = {
  serviceIncomeAccountId: null,
  expenseAccountId: null,
  expensePaymentId: null,
  depositToAccountId: null,
  nextInvoiceNumber: 1,
  currency: 'USD',
}

/** Opens what the practice-management application keeps, in tables of its own beside those of the company. */
export function openHostStore(database: DatabaseSyncInstance): HostStore {
  database.exec(TABLES)
  const statement = {
    one: database.prepare('SELECT doc FROM host_records WHERE type = ? AND id = ?'),
    all: database.prepare('SELECT doc FROM host_records WHERE type = ? ORDER BY position'),
    keep: database.prepare(KEEP),
    remove: database.prepare('DELETE FROM host_records WHERE type = ? AND id = ?'),
    settings: database.prepare('SELECT doc FROM host_settings'),
    keepSettings: database.prepare(KEEP_SETTINGS),
    reports: database.prepare('SELECT number, doc FROM host_reports ORDER BY number'),
    report: database.prepare('INSERT INTO host_reports (doc) VALUES (?)'),
    dropReport: database.prepare('DELETE FROM host_reports WHERE number = ?'),
    isDone: database.prepare('SELECT 1 FROM host_steps WHERE name = ?'),
    keepStep: database.prepare('INSERT OR IGNORE INTO host_steps (name) VALUES (?)'),
    answer: database.prepare('SELECT doc FROM host_answers WHERE call_id = ?'),
    keepAnswer: database.prepare('INSERT OR REPLACE INTO host_answers (call_id, doc) VALUES (?, ?)'),
  }
  const read = (row: unknown): HostRecord => hostRecord.parse(kept.parse(row).doc)

  return {
    settings() {
      const row: unknown = statement.settings.get()
      return row === undefined ? untouched : hostSettings.parse(kept.parse(row).doc)
    },
    get(type, id) {
      const row: unknown = statement.one.get(type, id)
      const record = row === undefined ? undefined : read(row)
      return record !== undefined && isOfType(record, type) ? record : undefined
    },
    all: (type) =>
      statement.all.all(type).flatMap((row) => {
        const record = read(row)
        return isOfType(record, type) ? [record] : []
      }),
    change(change) {
      database.exec('BEGIN IMMEDIATE')
      try {
        apply(change)
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    reports: () =>
      statement.reports.all().map((row) => {
        const { number, doc } = keptReport.parse(row)
        return pendingReport.parse({ ...z.record(z.string(), z.unknown()).parse(doc), number })
      }),
    dropReport: (number) => void statement.dropReport.run(number),
    answerTo(callId): CallAnswer | undefined {
      const row: unknown = statement.answer.get(callId)
      return row === undefined ? undefined : callAnswer.parse(kept.parse(row).doc)
    },
    isDone: (step) => statement.isDone.get(step) !== undefined,
    clear: () => database.exec(CLEAR),
  }

  function apply({ records = [], removed = [], settings, report, step, answered }: HostChange): void {
    for (const record of records) statement.keep.run(record.type, record.id, JSON.stringify(record))
    for (const { type, id } of removed) statement.remove.run(type, id)
    if (settings !== undefined) statement.keepSettings.run(JSON.stringify(settings))
    if (report !== undefined) statement.report.run(JSON.stringify(report))
    if (step !== undefined) statement.keepStep.run(step)
    if (answered !== undefined) statement.keepAnswer.run(answered.callId, JSON.stringify(answered.answer))
  }
}
