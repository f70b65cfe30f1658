import type { Actor } from '../domain/actor.ts'
import type { Diagnose } from '../domain/diagnosis.ts'
import type { FailureReading } from '../domain/failure-reading.ts'
import type { SyncFailure } from '../domain/sync-failure.ts'
import { wordsOf } from './words-of.ts'

interface Needs {
  readonly diagnose: Diagnose
  readonly maskSecrets: (text: string) => string
  readonly now: () => Date
}

export type ReadFailure = (failure: SyncFailure, actor: Actor) => Promise<FailureReading>

/** Beyond this, a text is cut before it is kept. */
const MAX_ERROR = 64 * 1024

/** Diagnoses a failure, and makes ready what is kept of it. */
export function createReadFailure({ diagnose, maskSecrets, now }: Needs): ReadFailure {
  return async (failure, actor) => {
    const { record, error } = failure
    const diagnosis = await diagnose({ ...failure, recordType: record.type })
    const text = typeof error === 'string' ? error : JSON.stringify(error)
    const { label, id, client } = record
    return {
      failure,
      diagnosis,
      error: maskSecrets(text).slice(0, MAX_ERROR).toWellFormed(),
      words: wordsOf([label, id, client?.name ?? '', client?.id ?? '', ...Object.values(diagnosis.captures)]),
      actor,
      now: now().toISOString(),
    }
  }
}
