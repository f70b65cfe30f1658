import { createRelay, type NoticeListener } from '../../src/notices/create-relay.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'

interface Given {
  readonly listeners?: readonly NoticeListener[]
  readonly now: () => Date
}

/** A relay over what these stores keep, that tells its errors by failing the test. */
export function relayOver(
  { outboxes, noticeLog }: Pick<Stores, 'outboxes' | 'noticeLog'>,
  { listeners = [], now }: Given,
): () => Promise<number> {
  return createRelay({
    sources: outboxes,
    log: noticeLog,
    listeners,
    onTold: () => {},
    leaseMilliseconds: 30_000,
    now,
    onError: (error) => {
      throw error
    },
  })
}
