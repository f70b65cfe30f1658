import type { Stores } from '../../src/wiring/create-stores.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { aWebhookEndpoint } from './a-webhook-endpoint.ts'
import { host } from './readings.ts'

interface Ids {
  readonly actionId?: string
  readonly bulkId?: string
  readonly endpointId?: string
  readonly eventId?: string
  readonly note?: string
}

/** What the examples of the contract call an action, a bulk action, a webhook endpoint and an event. */
export const exampleIds = {
  actionId: 'act_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e41',
  bulkId: 'blk_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e43',
  endpointId: 'whe_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e44',
  eventId: 'evt_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e45',
}

/** A resync of the issue of invoice `inv_88` that has not begun, a bulk action about that issue, and a webhook endpoint. */
export async function somethingUnderWay(
  stores: Stores,
  firmId: string,
  {
    actionId = `act_${firmId}`,
    bulkId = `blk_${firmId}`,
    endpointId = `whe_${firmId}`,
    eventId = `evt_${firmId}`,
    note = 'Try it again',
  }: Ids = {},
): Promise<void> {
  const { actions, bulkActions } = stores
  const id = issueId(firmId, { type: 'invoice', id: 'inv_88' })
  const wish = { kind: 'resync', actor: host, note } as const
  await actions.request(firmId, id, { ...wish, id: actionId, changes: null, link: null })
  const ranks = [{ recordType: 'invoice', issueIds: [id] }] as const
  await bulkActions.request({ ...wish, id: bulkId, firmId, ranks })
  await aWebhookEndpoint(stores, firmId, { endpointId, eventId })
}
