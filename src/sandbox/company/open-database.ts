import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** Opens the sandbox's file in the folder, or makes it; without a folder all is forgotten at the end. */
export function openDatabase(folder: string | undefined): DatabaseSyncInstance {
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(folder === undefined ? ':memory:' : path.join(folder, 'sandbox.db'))
  // A killed process loses nothing of this; only a power cut could, and these are no real books.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(TABLES)
  return database
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS company_realms (id TEXT PRIMARY KEY, state TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS company_entities
    (seq INTEGER PRIMARY KEY, realm TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL,
     UNIQUE (realm, name, id));
  CREATE TABLE IF NOT EXISTS company_deleted
    (seq INTEGER PRIMARY KEY, realm TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL,
     UNIQUE (realm, name, id));
  CREATE TABLE IF NOT EXISTS company_ledger (number INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS company_answers
    (realm TEXT NOT NULL, request_id TEXT NOT NULL, fingerprint TEXT NOT NULL, answer TEXT NOT NULL,
     PRIMARY KEY (realm, request_id));
  CREATE TABLE IF NOT EXISTS company_grants
    (id TEXT PRIMARY KEY, realm TEXT NOT NULL, refresh TEXT NOT NULL UNIQUE, former TEXT,
     refresh_expires_at INTEGER NOT NULL, hard_expires_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS company_grants_former ON company_grants (former);
  CREATE TABLE IF NOT EXISTS company_codes
    (hash TEXT PRIMARY KEY, realm TEXT NOT NULL, redirect_uri TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS company_access
    (hash TEXT PRIMARY KEY, grant_id TEXT NOT NULL, realm TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS company_access_grants ON company_access (grant_id);
`
