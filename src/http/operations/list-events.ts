import type { Problem } from '../../domain/problem.ts'
import { presentNotice } from '../../notices/present-notice.ts'
import type { FirmContext } from '../context.ts'
import type { Handler, StreamReply } from '../handler.ts'

const mediaTypes = ['application/json', 'text/event-stream'] as const

/** Answers what was told in a firm, or tells it as it comes. */
export const listEvents: Handler<'listEvents'> = async ({ query, header }, context) => {
  const { firm, live, accepts } = context
  // A browser that comes back says it in the header; its address still says where it began.
  const lastEventId = header['Last-Event-ID'] ?? query.lastEventId
  const mediaType = accepts(mediaTypes)
  if (mediaType === undefined) return { problem: 'not-acceptable' }
  if (mediaType === 'text/event-stream') return followEvents(context, lastEventId)
  const { entries, place, isReset } = await live.read(firm.doc.id, lastEventId, query.limit ?? 50)
  const data = entries.map(({ notice }) => presentNotice(notice))
  return { status: 200, body: { data, lastEventId: String(place), reset: isReset } }
}

async function followEvents(
  { firm, principal, live, isStillAllowed }: FirmContext,
  lastEventId: string | undefined,
): Promise<StreamReply | Problem> {
  const reader = JSON.stringify([principal.type, principal.firmId, principal.id])
  const stream = await live.open({ firmId: firm.doc.id, reader, lastEventId, isAllowed: isStillAllowed })
  if (stream === 'too-many') return { problem: 'too-many-streams', headers: { 'Retry-After': '60' } }
  if (stream === 'closed') return { problem: 'not-ready' }
  // Proxies that collect an answer before they pass it on would hold events back.
  return { status: 200, mediaType: 'text/event-stream', stream, headers: { 'X-Accel-Buffering': 'no' } }
}
