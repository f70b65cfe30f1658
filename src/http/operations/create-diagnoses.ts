import { explainDiagnosis } from '../../guides/explain-diagnosis.ts'
import type { Handler } from '../handler.ts'

/** Answers what each of many failures is, in their order. */
export const createDiagnoses: Handler<'createDiagnoses'> = async (
  { body },
  { diagnose, guides, language },
) => {
  const { failures, guide = 'none' } = body
  const diagnoses = await Promise.all(failures.map(diagnose))
  return {
    status: 200,
    body: { diagnoses: diagnoses.map((one) => explainDiagnosis(guides, one, { language, format: guide })) },
  }
}
