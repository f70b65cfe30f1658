import { createHash } from 'node:crypto'

/** The action that a form asks for: the same however often the form is sent, and nobody else's. */
export function formActionId(firmId: string, issueId: string, memberId: string, formId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([firmId, issueId, memberId, formId]))
    .digest('base64url')
  return `act_${digest.slice(0, 32)}`
}
