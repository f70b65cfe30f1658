import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { SentAnswer } from '../v3/answer.ts'

interface Row {
  readonly fingerprint: string
  readonly answer: string
}

export interface FirstAnswer {
  readonly fingerprint: string
  readonly answer: SentAnswer
}

/** The first answer to each request id, for its repetitions. */
export function createFirstAnswers(database: DatabaseSyncInstance) {
  const insert = database.prepare(
    'INSERT INTO company_answers (realm, request_id, fingerprint, answer) VALUES (?, ?, ?, ?)',
  )
  const find = database.prepare(
    'SELECT fingerprint, answer FROM company_answers WHERE realm = ? AND request_id = ?',
  )
  return {
    find(realmId: string, requestId: string): FirstAnswer | undefined {
      const row = find.get(realmId, requestId) as Row | undefined
      return row && { fingerprint: row.fingerprint, answer: JSON.parse(row.answer) as SentAnswer }
    },
    keep: (realmId: string, requestId: string, { fingerprint, answer }: FirstAnswer): void =>
      void insert.run(realmId, requestId, fingerprint, JSON.stringify(answer)),
  }
}

export type FirstAnswers = ReturnType<typeof createFirstAnswers>
