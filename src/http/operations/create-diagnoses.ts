import { setImmediate as breathe } from 'node:timers/promises'
import { explainDiagnosis } from '../../guides/explain-diagnosis.ts'
import type { Handler } from '../handler.ts'

/** Answers what each of many failures is, in their order. */
export const createDiagnoses: Handler<'createDiagnoses'> = async (
  { body },
  { diagnose, guides, language },
) => {
  const { failures, guide = 'none' } = body
  const diagnoses = []
  for (const failure of failures) {
    diagnoses.push(explainDiagnosis(guides, await diagnose(failure), { language, format: guide }))
    // Other callers come in between: a large batch must not keep them waiting.
    await breathe()
  }
  return { status: 200, body: { diagnoses } }
}
