import type { WebhookEndpoints } from './webhook-endpoint.ts'

/** Lets somebody look at an endpoint's lanes at this time, at the latest. */
export type CallBy = (endpointId: string, at: string) => Promise<void>

/** It is called after the lane was written, so that whoever looks then finds it. */
export function createCallBy(endpoints: WebhookEndpoints): CallBy {
  return async (endpointId, at) => {
    for (;;) {
      const known = await endpoints.get(endpointId)
      const due = known?.doc.callsDueAt ?? null
      if (known === undefined || (due !== null && due <= at)) return
      if (await endpoints.replace({ ...known.doc, callsDueAt: at }, known.version)) return
    }
  }
}
