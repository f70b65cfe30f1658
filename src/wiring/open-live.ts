import { createLive, type Live } from '../notices/live/create-live.ts'
import type { Stores } from './create-stores.ts'

type Every = Parameters<typeof createLive>[0]['every']

interface Needs {
  readonly stores: Pick<Stores, 'noticeLog' | 'signals'>
  readonly now: () => Date
  /** Does something over and over; the answer ends it. By the clock, if nothing is said. */
  readonly every?: Every
  readonly onError: (error: unknown) => void
}

/** The open streams' side of the wiring. */
export function openLive({ stores, now, every = byTheClock, onError }: Needs): Live {
  const { noticeLog, signals } = stores
  return createLive({
    log: noticeLog,
    every,
    onLogged: (listener) => signals.on('logged', listener),
    onChanged: (listener) => signals.on('changed', listener),
    now,
    onError,
  })
}

const byTheClock: Every = (milliseconds, job) => {
  const timer = setInterval(job, milliseconds)
  return () => clearInterval(timer)
}
