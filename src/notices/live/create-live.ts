import { Readable } from 'node:stream'
import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'
import { presentNotice } from '../present-notice.ts'
import { createFindStart, type Start } from './create-find-start.ts'
import { createFollowLog } from './create-follow-log.ts'
import { eventText } from './event-text.ts'

interface Needs {
  readonly log: Pick<NoticeLog, 'lastPlace' | 'after' | 'since'>
  /** Does something over and over; the answer ends it. */
  readonly every: (milliseconds: number, job: () => void) => () => void
  /** Told of a firm whose log has grown in this process; the answer ends that. */
  readonly onLogged: (listener: (firmId: string) => void) => () => void
  /** Told of a firm of which anything was changed in this process; the answer ends that. */
  readonly onChanged: (listener: (firmId: string) => void) => () => void
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

export interface StreamWish {
  readonly firmId: string
  /** Who reads: a key or a member. */
  readonly reader: string
  /** Where the reader was; undefined: it is new. */
  readonly lastEventId: string | undefined
  /** Whether the reader still may; asked at every beat. */
  readonly isAllowed: () => Promise<boolean>
}

/** What was told in a firm's log. */
export interface PastEvents {
  readonly entries: readonly LoggedNotice[]
  /** Where to go on. */
  readonly place: number
  /** Something may have been missed before these. */
  readonly isReset: boolean
}

const PER_FIRM = 100
const PER_READER = 50
/** Proxies close what is silent for long. */
const BEAT_MILLISECONDS = 15_000
/** Somebody whose work writes a hundred issues need not be told a hundred times. */
const HINT_MILLISECONDS = 250
/** Whoever leaves so many bytes unread is gone, or too slow; coming back, it goes on where it was. */
const MAX_UNREAD = 256 * 1024
const DAY = 24 * 60 * 60 * 1000

/** What is told in firms, while it is told, to pages and programs that stay connected. */
export function createLive(needs: Needs) {
  const { log, every, onChanged, now, onError } = needs
  const findStart = createFindStart(needs)
  const follow = createFollowLog(needs)
  const streams = new Map<Readable, { readonly firmId: string; readonly reader: string; end: () => void }>()
  let isClosed = false

  const isFull = ({ firmId, reader }: StreamWish) => {
    const all = [...streams.values()]
    return (
      all.filter((one) => one.firmId === firmId).length >= PER_FIRM ||
      all.filter((one) => one.reader === reader).length >= PER_READER
    )
  }

  /** Fills a stream until it ends: with what the log gets, hints between, and a beat. */
  function fill(stream: Readable, { firmId, isAllowed }: StreamWish, { place, isReset }: Start): () => void {
    let isOver = false
    let hasChanged = false
    const write = (text: string) => {
      if (isOver) return
      if (stream.readableLength > MAX_UNREAD) stream.destroy()
      else stream.push(text)
    }
    const beat = async () => {
      try {
        if (await isAllowed()) write(': \n\n')
        else end()
      } catch (error) {
        onError(error)
        end()
      }
    }
    const hint = () => {
      if (hasChanged) write(eventText({ type: 'change', data: {} }))
      hasChanged = false
    }
    write(`retry: 3000\n${eventText({ place, type: isReset ? 'reset' : 'ready', data: {} })}`)
    const stops = [
      follow(firmId, place, (entry) => write(textOf(entry))),
      onChanged((changed) => {
        hasChanged ||= changed === firmId
      }),
      every(HINT_MILLISECONDS, hint),
      every(BEAT_MILLISECONDS, () => void beat()),
    ]
    const stop = () => {
      if (!isOver) for (const one of stops) one()
      isOver = true
    }
    const end = () => {
      if (isOver) return
      stop()
      stream.push(null)
    }
    stream.once('close', stop)
    return end
  }

  /** Where the last day of a firm's log begins. */
  async function dayAgo(firmId: string): Promise<number> {
    const [first] = await log.since(firmId, new Date(now().getTime() - DAY).toISOString(), 1)
    return first === undefined ? log.lastPlace(firmId) : Number(first.place) - 1
  }

  return {
    /** Everything from where the reader was on, as it comes, in the format of server-sent events. */
    async open(wish: StreamWish): Promise<Readable | 'too-many' | 'closed'> {
      if (isClosed) return 'closed'
      if (isFull(wish)) return 'too-many'
      const { firmId, reader, lastEventId } = wish
      const stream = new Readable({ read: () => undefined })
      const entry = { firmId, reader, end: (): void => void stream.destroy() }
      streams.set(stream, entry)
      stream.once('close', () => streams.delete(stream))
      try {
        const start = await findStart(firmId, lastEventId)
        if (streams.has(stream)) entry.end = fill(stream, wish, start)
        return stream
      } catch (error) {
        stream.destroy()
        throw error
      }
    },

    /** A page of what was told since the reader was here; of the last day, where that is not known. */
    async read(firmId: string, lastEventId: string | undefined, limit: number): Promise<PastEvents> {
      const start = lastEventId === undefined ? undefined : await findStart(firmId, lastEventId)
      const isKnown = start !== undefined && !start.isReset
      const from = isKnown ? start.place : await dayAgo(firmId)
      const entries = await log.after(firmId, from, limit)
      return { entries, place: Number(entries.at(-1)?.place ?? from), isReset: start?.isReset ?? false }
    },

    /** Ends all streams, for good: their readers come back to whoever serves next. */
    close(): void {
      isClosed = true
      for (const { end } of streams.values()) end()
    },
  }
}

export type Live = ReturnType<typeof createLive>

function textOf({ place, notice }: LoggedNotice): string {
  return eventText({ place: Number(place), type: notice.type, data: presentNotice(notice) })
}
