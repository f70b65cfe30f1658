import type { Description } from '../descriptions/description.ts'
import type { Entity } from '../entity.ts'
import type { Members } from '../read/members.ts'

/** What a full update keeps though it does not mention it: it has a value from the start, and cannot be cleared. */
const NEVER_CLEARED = [
  'Active',
  'AccountSubType',
  'AccountType',
  'APAccountRef',
  'DepositToAccountRef',
  'DisplayName',
  'DocNumber',
  'EmailStatus',
  'Name',
  'PrintStatus',
  'TxnDate',
  'Type',
]

/** Which members a thing would have: a sparse update changes what it mentions, a full one clears what it does not. */
export function proposedMembers({ fields }: Description, before: Entity | undefined, sent: Members): Members {
  const { sparse: isSparse, ...members } = sent
  if (before === undefined) return members
  if (isSparse === true) return { ...before, ...members }
  const kept = Object.entries(before).filter(
    ([name]) => fields.members[name]?.kind === 'own' || NEVER_CLEARED.includes(name),
  )
  return { ...Object.fromEntries(kept), ...members }
}
