import { explainDiagnosis } from '../../guides/explain-diagnosis.ts'
import type { Handler } from '../handler.ts'

/** Answers what one failure is. */
export const createDiagnosis: Handler<'createDiagnosis'> = async (
  { body },
  { diagnose, guides, language },
) => {
  const { guide = 'none', ...failure } = body
  const diagnosis = await diagnose(failure)
  return { status: 200, body: explainDiagnosis(guides, diagnosis, { language, format: guide }) }
}
