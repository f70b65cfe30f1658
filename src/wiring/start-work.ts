import type { Logger } from 'pino'
import type { Services } from './connect-services.ts'
import type { Stores } from './create-stores.ts'
import { startActions } from './start-actions.ts'
import { startNotices } from './start-notices.ts'

interface Needs extends Services {
  readonly stores: Stores
  readonly leaseSeconds: number
  readonly now: () => Date
  readonly log: Pick<Logger, 'error'>
}

/** Performs actions and tells what is to be told, until it is stopped. The answer stops it, and resolves when it is at rest. */
export function startWork(needs: Needs): () => Promise<void> {
  const parts = [startActions(needs), startNotices(needs)]
  return async () => {
    await Promise.all(parts.map((stop) => stop()))
  }
}
