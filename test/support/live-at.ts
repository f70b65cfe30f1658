import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { createLive, type StreamWish } from '../../src/notices/live/create-live.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'

/** What one process tells those that stay connected to it, with a clock that only a test moves. */
export function liveAt({ noticeLog, signals }: Pick<Stores, 'noticeLog' | 'signals'>, now: () => Date) {
  const jobs = new Set<{ readonly milliseconds: number; readonly job: () => void }>()
  const looks = { count: 0 }
  const log = {
    ...noticeLog,
    after: async (...asked: Parameters<typeof noticeLog.after>) => {
      looks.count += 1
      return noticeLog.after(...asked)
    },
  }
  const errors: unknown[] = []
  const live = createLive({
    log,
    every(milliseconds, job) {
      const one = { milliseconds, job }
      jobs.add(one)
      return () => void jobs.delete(one)
    },
    onLogged: (listener) => signals.on('logged', listener),
    onChanged: (listener) => signals.on('changed', listener),
    now,
    onError: (error) => errors.push(error),
  })
  return {
    ...live,
    errors,
    /** How often the log was looked at. */
    looks,
    /** What is still done over and over. */
    jobs,
    /** Does what is done this often, once. */
    tick(milliseconds: number): void {
      for (const one of jobs) if (one.milliseconds === milliseconds) one.job()
    },
    async stream(wish: Partial<StreamWish> = {}): Promise<Readable> {
      const all = { firmId: 'acme', reader: 'mem_1', lastEventId: undefined, isAllowed: async () => true }
      const stream = await live.open({ ...all, ...wish })
      if (typeof stream === 'string') throw new Error(stream)
      return stream
    },
  }
}

/** What a stream says until it has said this. */
export async function heard(stream: Readable, last: string): Promise<string> {
  let text = ''
  for (;;) {
    const more = stream.read() as Buffer | null
    if (more === null) {
      if (stream.readableEnded) return text
      await Promise.race([once(stream, 'readable'), breathe()])
      continue
    }
    text += more.toString()
    if (text.includes(last)) return text
  }
}
