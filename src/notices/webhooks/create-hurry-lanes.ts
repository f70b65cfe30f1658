import type { Position } from '../../storage/collection.ts'
import type { CallBy } from './create-call-by.ts'
import type { WebhookLanes } from './webhook-lane.ts'

interface Needs {
  readonly lanes: WebhookLanes
  readonly callBy: CallBy
  readonly now: () => Date
  /** Something is due. */
  readonly wake: () => void
}

export type HurryLanes = (endpointId: string) => Promise<void>

const PAGE = 200

/** Lets whatever an endpoint still waits for be looked at now. */
export function createHurryLanes({ lanes, callBy, now, wake }: Needs): HurryLanes {
  return async (endpointId) => {
    const dueAt = now().toISOString()
    let after: Position | undefined
    for (;;) {
      const range = { from: dueAt, after, limit: PAGE }
      const page = await lanes.page({ index: 'endpointDue', equals: { endpointId }, ...range })
      for (const { doc, version } of page) {
        // A lane that changes meanwhile is looked at anyway.
        if (doc.lease === null) await lanes.replace({ ...doc, dueAt }, version)
      }
      const last = page.at(-1)?.doc
      if (last === undefined || last.dueAt === null) break
      after = { value: last.dueAt, id: last.id }
    }
    await callBy(endpointId, dueAt)
    wake()
  }
}
