import type { Handler, OperationId } from './handler.ts'
import { createDiagnoses } from './operations/create-diagnoses.ts'
import { createDiagnosis } from './operations/create-diagnosis.ts'
import { getErrorItemArticle } from './operations/get-error-item-article.ts'
import { getErrorItem } from './operations/get-error-item.ts'
import { getLiveness } from './operations/get-liveness.ts'
import { getReadiness } from './operations/get-readiness.ts'
import { listErrorItems } from './operations/list-error-items.ts'

/** Every operation of the contract; one without a handler does not compile. */
export const operations: { readonly [Id in OperationId]: Handler<Id> } = {
  createDiagnosis,
  createDiagnoses,
  listErrorItems,
  getErrorItem,
  getErrorItemArticle,
  getLiveness,
  getReadiness,
}
