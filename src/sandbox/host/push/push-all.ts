import { recordTypes } from '../../../domain/record-type.ts'
import type { HostStore } from '../records/host-store.ts'
import type { RecordRef } from '../records/record-ref.ts'
import type { Push } from './create-push.ts'
import type { Pushed } from './pushed.ts'

export interface PushedRecord {
  readonly record: RecordRef
  readonly pushed: Pushed
}

/**
 * Pushes everything that is not in QuickBooks yet, one record after the other, what others depend on first; until QuickBooks
 * cannot be asked, when all that is left waits.
 */
export async function pushAll(store: HostStore, push: Push): Promise<readonly PushedRecord[]> {
  const done: PushedRecord[] = []
  for (const type of recordTypes) {
    for (const { id, sync } of store.all(type)) {
      if (sync.status === 'synced' || sync.status === 'skipped') continue
      const record = { type, id }
      const pushed = await push(record)
      done.push({ record, pushed })
      if (pushed.outcome === 'waiting' && pushed.waitingFor !== 'record') return done
    }
  }
  return done
}
