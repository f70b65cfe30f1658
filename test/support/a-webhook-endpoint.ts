import { randomBytes } from 'node:crypto'
import type { IssueNotice } from '../../src/domain/notice.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { createEndpointSecrets } from '../../src/notices/webhooks/endpoint-secrets.ts'
import { createSeal } from '../../src/secrets/create-seal.ts'
import { parseSecretKeys } from '../../src/secrets/parse-secret-keys.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'
import { host } from './readings.ts'

interface Ids {
  readonly endpointId: string
  readonly eventId: string
}

const AT = '2026-03-02T09:41:07.000Z'
const NEVER = '9999-12-31T00:00:00.000Z'
const parsed = parseSecretKeys('ab'.repeat(32))

/** An endpoint of a firm, where nobody listens, and an event that it was told. */
export async function aWebhookEndpoint(
  { collections, noticeLog }: Stores,
  firmId: string,
  { endpointId, eventId }: Ids,
): Promise<void> {
  if (!('keys' in parsed)) throw new Error('There is no key.')
  const secrets = createEndpointSecrets({ seal: createSeal(parsed.keys), randomBytes })
  const { sealed } = await secrets.create({ id: endpointId, firmId })
  await collections.webhookEndpoints.insert({
    id: endpointId,
    firmId,
    url: `http://127.0.0.1:1/${firmId}`,
    description: null,
    types: null,
    secrets: [{ sealed, expiresAt: null }],
    state: 'enabled',
    reason: null,
    failingSince: null,
    pausedUntil: null,
    callsDueAt: null,
    revision: 1,
    createdAt: AT,
    updatedAt: AT,
  })
  const record = { type: 'invoice', id: 'inv_88', label: 'Invoice 1781', money: null } as const
  const id = issueId(firmId, record)
  const about = { item: 'duplicate-name', formerItem: null, actor: host, actionId: null }
  const notice: IssueNotice = {
    id: eventId,
    firmId,
    at: AT,
    subject: id,
    sequence: 1,
    type: 'issue.opened',
    issue: { id, record, ...about },
  }
  if ((await noticeLog.find(firmId, eventId)) === undefined) {
    await noticeLog.put(notice, (await noticeLog.lastPlace(firmId)) + 1)
  }
  const { type, subject, sequence } = notice
  await collections.webhookDeliveries.insert({
    id: `${endpointId}/${eventId}`,
    endpointId,
    firmId,
    noticeId: eventId,
    type,
    subject,
    sequence,
    state: 'failed',
    attempts: [{ at: AT, status: 502, reason: null, milliseconds: 88 }],
    createdAt: AT,
    expiresAt: NEVER,
  })
}
