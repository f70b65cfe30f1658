import type { Answer, KeptAnswer, KeptAnswers } from './kept-answer.ts'

interface Needs {
  readonly keptAnswers: KeptAnswers
  readonly now: () => Date
}

interface Work {
  /** The same for every repetition: who, what, and the caller's key. */
  readonly id: string
  readonly firmId: string
  readonly fingerprint: string
  /** Undefined: it was refused and did nothing, so it may be tried again under the same key. */
  readonly perform: () => Promise<Answer | undefined>
}

export type Once =
  | { readonly outcome: 'performed' | 'replayed'; readonly answer: Answer }
  | { readonly outcome: 'refused' | 'in-flight' | 'other-request' }

export type PerformOnce = (work: Work) => Promise<Once>

/** Long enough for a weekend. */
const KEPT_MILLISECONDS = 72 * 60 * 60 * 1000
/** After this, whoever was at work was cut short; the work itself knows what it did before. */
const CUT_SHORT_MILLISECONDS = 30_000

/** Performs a request once, however often it comes; repetitions get the first answer. */
export function createPerformOnce({ keptAnswers, now }: Needs): PerformOnce {
  return async ({ id, firmId, fingerprint, perform }) => {
    const startedAt = now()
    const begun: KeptAnswer = {
      id,
      firmId,
      fingerprint,
      answer: null,
      startedAt: startedAt.toISOString(),
      expiresAt: new Date(startedAt.getTime() + KEPT_MILLISECONDS).toISOString(),
    }
    const version = await begin(begun)
    if (typeof version !== 'number') return version
    const answer = await perform().catch(async (error: unknown) => {
      await keptAnswers.remove(id, version)
      throw error
    })
    if (answer === undefined) {
      await keptAnswers.remove(id, version)
      return { outcome: 'refused' }
    }
    await keptAnswers.replace({ ...begun, answer }, version)
    return { outcome: 'performed', answer }
  }

  /** The version of our mark that we are at work, or what is known already. */
  async function begin(begun: KeptAnswer): Promise<number | Once> {
    for (;;) {
      if (await keptAnswers.insert(begun)) return 1
      const known = await keptAnswers.get(begun.id)
      if (known === undefined) continue
      const { answer, fingerprint, startedAt, expiresAt } = known.doc
      if (expiresAt > begun.startedAt) {
        if (fingerprint !== begun.fingerprint) return { outcome: 'other-request' }
        if (answer !== null) return { outcome: 'replayed', answer }
        const age = Date.parse(begun.startedAt) - Date.parse(startedAt)
        if (age < CUT_SHORT_MILLISECONDS) return { outcome: 'in-flight' }
      }
      if (await keptAnswers.replace(begun, known.version)) return known.version + 1
    }
  }
}
