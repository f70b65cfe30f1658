import type { NoticeListener } from '../create-relay.ts'
import type { Enqueue } from './create-enqueue.ts'
import { isWanted } from './is-wanted.ts'
import { MOST_ENDPOINTS } from './most-endpoints.ts'
import type { WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'

interface Needs {
  readonly endpoints: WebhookEndpoints
  readonly enqueue: Enqueue
}

/** Hears every notice, for the endpoints of its firm and of the host. */
export function createTellEndpoints({ endpoints, enqueue }: Needs): NoticeListener {
  async function endpointsOf(firmId: string | null): Promise<readonly WebhookEndpoint[]> {
    const page = await endpoints.page({ index: 'firm', equals: { firmId }, limit: MOST_ENDPOINTS })
    return page.map(({ doc }) => doc)
  }

  return async (entry) => {
    for (const endpoint of [...(await endpointsOf(entry.firmId)), ...(await endpointsOf(null))]) {
      if (isWanted(endpoint, entry.notice.type)) await enqueue(endpoint.id, entry)
    }
  }
}
