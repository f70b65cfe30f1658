import type { ReadEvidence } from '../../evidence/read-evidence.ts'
import type { Unread } from '../../evidence/unread.ts'
import { within } from './within.ts'

/** Reads what decides about an issue; answers why that was not possible, if it was not. */
export async function readBooks(
  readEvidence: ReadEvidence,
  firmId: string,
  issueId: string,
): Promise<Unread['unread'] | undefined> {
  const read = await within(readEvidence(firmId, issueId))
  if (read === undefined) return 'no-answer'
  return read.outcome === 'unread' ? read.unread : undefined
}
