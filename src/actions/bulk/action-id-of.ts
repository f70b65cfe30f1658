import { createHash } from 'node:crypto'

/** The action of an issue that a bulk action asks for: the same however often it asks. */
export function actionIdOf(bulkId: string, issueId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([bulkId, issueId]))
    .digest('base64url')
  return `act_${digest.slice(0, 32)}`
}
