import { setImmediate as breathe } from 'node:timers/promises'
import type { Notice } from '../domain/notice.ts'
import type { Outbox } from '../domain/outbox.ts'
import type { LoggedNotice } from './logged-notice.ts'
import type { NoticeLog } from './notice-log.ts'
import type { DueOutbox, OutboxSource } from './outbox-source.ts'

/** Is told of every notice, at least once, and those about one subject in their order. */
export type NoticeListener = (entry: LoggedNotice) => Promise<void>

interface Needs {
  readonly sources: readonly OutboxSource[]
  readonly log: NoticeLog
  readonly listeners: readonly NoticeListener[]
  /** Called once everybody was told of what a firm has to tell. */
  readonly onTold: (firmId: string) => void
  readonly leaseMilliseconds: number
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

const PAGE = 50

/**
 * Moves what is to be told from the outboxes of documents to the firms' logs, and tells whoever listens. Any number may do so
 * at once and be stopped anywhere: whatever was begun is done again, and no notice gets two places. Answers how many outboxes
 * were emptied.
 */
export function createRelay(needs: Needs): () => Promise<number> {
  const { sources, log, listeners, onTold, leaseMilliseconds, now, onError } = needs

  /**
   * Leaves it to us for a while, with a place for what has none; undefined: somebody else is at it, or nothing is to be told
   * any more. A place is kept before anything is put there, so that whoever goes on after a crash finds it.
   */
  async function claim(due: DueOutbox): Promise<Outbox | undefined> {
    const at = now()
    const dueAt = new Date(at.getTime() + leaseMilliseconds).toISOString()
    const last = await log.lastPlace(due.firmId)
    return due.change((outbox) =>
      outbox.dueAt === null || outbox.dueAt > at.toISOString()
        ? undefined
        : { ...outbox, dueAt, notices: placed(outbox.notices, last) },
    )
  }

  /** Undefined: somebody else has told it. */
  async function logged(
    due: DueOutbox,
    notice: Notice,
    reserved: number | null,
  ): Promise<LoggedNotice | undefined> {
    let place = reserved
    for (;;) {
      if (place !== null) {
        const entry = await log.put(notice, place)
        if (entry.notice.id === notice.id) return entry
      }
      // Somebody else's notice stands there.
      const taken = place
      const next = (await log.lastPlace(due.firmId)) + 1
      const changed = await due.change((outbox) => withPlace(outbox, notice.id, taken, next))
      const queued = changed?.notices.find((one) => one.notice.id === notice.id)
      if (queued === undefined) return undefined
      place = queued.place
    }
  }

  async function tell(due: DueOutbox, outbox: Outbox): Promise<void> {
    const told = new Set<string>()
    for (const { notice, place } of outbox.notices) {
      const entry = await logged(due, notice, place)
      if (entry === undefined) continue
      await breathe()
      for (const listen of listeners) await listen(entry)
      told.add(notice.id)
      await breathe()
    }
    await due.change(({ notices, ...rest }) => {
      const left = notices.filter((one) => !told.has(one.notice.id))
      return { ...rest, notices: left, dueAt: left.length === 0 ? null : now().toISOString() }
    })
    onTold(due.firmId)
  }

  return async () => {
    let count = 0
    for (const source of sources) {
      for (const due of await source.due(now().toISOString(), PAGE)) {
        try {
          const outbox = await claim(due)
          if (outbox === undefined) continue
          await tell(due, outbox)
          count += 1
        } catch (error) {
          // It comes up again when the lease is over, and does not hold up the others meanwhile.
          onError(error)
        }
        // A storage that never lets go of the process would hold up everything else.
        await breathe()
      }
    }
    return count
  }
}

/** The outbox with a place for a notice, where it has none, or only one that another notice has taken. */
function withPlace(
  outbox: Outbox,
  noticeId: string,
  taken: number | null,
  place: number,
): Outbox | undefined {
  if (outbox.notices.every(({ notice }) => notice.id !== noticeId)) return undefined
  const notices = outbox.notices.map((one) =>
    one.notice.id === noticeId && one.place === taken ? { ...one, place } : one,
  )
  return { ...outbox, notices }
}

/** Gives the next places to those without one. */
function placed(notices: Outbox['notices'], last: number): Outbox['notices'] {
  let next = last
  return notices.map((one) => (one.place === null ? { ...one, place: (next += 1) } : one))
}
