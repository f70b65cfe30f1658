import { createHash } from 'node:crypto'

/** What is kept of a state; it has 256 random bits, so that nothing slower is needed. */
export function hashState(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
