import type { Diagnose } from '../domain/diagnosis.ts'
import type { Guides } from '../domain/guide.ts'

/** What the thorough checks try the catalog on: the real diagnosis and the real guides. */
export interface Behaviour {
  readonly diagnose: Diagnose
  readonly guides: Guides
}
