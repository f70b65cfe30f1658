import type { Collection } from '../storage/collection.ts'

/** A request with an Idempotency-Key, and what it was answered. */
export interface KeptAnswer {
  readonly id: string
  readonly firmId: string
  /** Hash of the request; another one under the same key is refused. */
  readonly fingerprint: string
  /** Null: it is still at work, or was cut short. */
  readonly answer: Answer | null
  readonly startedAt: string
  readonly expiresAt: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON text. */
  readonly body: string
}

export const keptAnswerDesign = {
  name: 'kept_answers',
  fields: { firmId: 'firmId', expiresAt: 'expiresAt' },
  indexes: { firm: ['firmId', 'expiresAt'], all: ['expiresAt'] },
} as const

export type KeptAnswers = Collection<KeptAnswer, keyof typeof keptAnswerDesign.fields>
