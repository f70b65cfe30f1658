import { createHash } from 'node:crypto'
import type { RecordType } from '../domain/record-type.ts'

/** A record has one issue, so the issue's id follows from the record, and no two firms share one. */
export function issueId(firmId: string, record: { readonly type: RecordType; readonly id: string }): string {
  const digest = createHash('sha256').update(JSON.stringify([firmId, record.type, record.id]))
  return `iss_${digest.digest('hex').slice(0, 24)}`
}
