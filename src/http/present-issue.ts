import { allowedActions } from '../domain/allowed-actions.ts'
import type { Guides } from '../domain/guide.ts'
import type { Issue } from '../domain/issue.ts'
import type { Language } from '../domain/language.ts'
import { revisionOf } from '../domain/revision-of.ts'
import type { Role } from '../domain/role.ts'
import { explainDiagnosis } from '../guides/explain-diagnosis.ts'
import type { Versioned } from '../storage/collection.ts'
import type { components } from './api-types.ts'
import { presentAction } from './present-action.ts'
import { presentRecord } from './present-record.ts'

interface Reader {
  readonly guides: Guides
  readonly language: Language
  readonly role: Role
  readonly now: () => Date
}

/** An issue as the contract shows it to one reader. */
export function presentIssue(
  issue: Versioned<Issue>,
  { guides, language, role, now }: Reader,
): components['schemas']['Issue'] {
  const { doc } = issue
  const { id, firmId, status, record, error, diagnosis, occurrences, firstSeenAt, lastSeenAt, closedAt } = doc
  return {
    id,
    firmId,
    status,
    record: presentRecord(record),
    error,
    diagnosis: explainDiagnosis<'html'>(guides, diagnosis, { language, format: 'none' }),
    occurrences,
    firstSeenAt,
    lastSeenAt,
    closedAt,
    evidence: doc.evidence,
    allowedActions: allowedActions(doc, role, now()),
    currentAction: doc.action && presentAction(doc.action),
    quickbooksId: doc.quickbooksId,
    version: revisionOf(issue),
  }
}
