import type { Handler, OperationId } from './handler.ts'
import { cancelAction } from './operations/cancel-action.ts'
import { cancelBulkAction } from './operations/cancel-bulk-action.ts'
import { createAction } from './operations/create-action.ts'
import { createBulkAction } from './operations/create-bulk-action.ts'
import { createDiagnoses } from './operations/create-diagnoses.ts'
import { createDiagnosis } from './operations/create-diagnosis.ts'
import { createPortalLink } from './operations/create-portal-link.ts'
import { createQuickbooksAuthorization } from './operations/create-quickbooks-authorization.ts'
import { createWebhookEndpoint } from './operations/create-webhook-endpoint.ts'
import { deleteFirm } from './operations/delete-firm.ts'
import { deleteMember } from './operations/delete-member.ts'
import { deleteQuickbooksConnection } from './operations/delete-quickbooks-connection.ts'
import { deleteWebhookEndpoint } from './operations/delete-webhook-endpoint.ts'
import { getAction } from './operations/get-action.ts'
import { getBanner } from './operations/get-banner.ts'
import { getBulkAction } from './operations/get-bulk-action.ts'
import { getErrorItemArticle } from './operations/get-error-item-article.ts'
import { getErrorItem } from './operations/get-error-item.ts'
import { getFirm } from './operations/get-firm.ts'
import { getIssueGuide } from './operations/get-issue-guide.ts'
import { getIssueHistory } from './operations/get-issue-history.ts'
import { getIssue } from './operations/get-issue.ts'
import { getLiveness } from './operations/get-liveness.ts'
import { getQuickbooksConnection } from './operations/get-quickbooks-connection.ts'
import { getReadiness } from './operations/get-readiness.ts'
import { getWebhookEndpoint } from './operations/get-webhook-endpoint.ts'
import { listBulkActions } from './operations/list-bulk-actions.ts'
import { listErrorItems } from './operations/list-error-items.ts'
import { listEvents } from './operations/list-events.ts'
import { listFirms } from './operations/list-firms.ts'
import { listIssues } from './operations/list-issues.ts'
import { listMembers } from './operations/list-members.ts'
import { listWebhookDeliveries } from './operations/list-webhook-deliveries.ts'
import { listWebhookEndpoints } from './operations/list-webhook-endpoints.ts'
import { putFirm } from './operations/put-firm.ts'
import { putMember } from './operations/put-member.ts'
import { readEvidence } from './operations/read-evidence.ts'
import { replayWebhookDelivery } from './operations/replay-webhook-delivery.ts'
import { replayWebhookEvents } from './operations/replay-webhook-events.ts'
import { reportFailure } from './operations/report-failure.ts'
import { reportFailures } from './operations/report-failures.ts'
import { reportSuccess } from './operations/report-success.ts'
import { rotateWebhookSecret } from './operations/rotate-webhook-secret.ts'
import { searchIssues } from './operations/search-issues.ts'
import { summarizeIssues } from './operations/summarize-issues.ts'
import { testWebhookEndpoint } from './operations/test-webhook-endpoint.ts'
import { updateFirm } from './operations/update-firm.ts'
import { updateWebhookEndpoint } from './operations/update-webhook-endpoint.ts'

/** Every operation of the contract; one without a handler does not compile. */
export const operations: { readonly [Id in OperationId]: Handler<Id> } = {
  createDiagnosis,
  createDiagnoses,
  listErrorItems,
  getErrorItem,
  getErrorItemArticle,
  getLiveness,
  getReadiness,
  listFirms,
  putFirm,
  getFirm,
  updateFirm,
  deleteFirm,
  listMembers,
  putMember,
  deleteMember,
  reportFailure,
  reportFailures,
  reportSuccess,
  listIssues,
  searchIssues,
  summarizeIssues,
  getIssue,
  getIssueHistory,
  getIssueGuide,
  readEvidence,
  createAction,
  getAction,
  cancelAction,
  listBulkActions,
  createBulkAction,
  getBulkAction,
  cancelBulkAction,
  listEvents,
  getBanner,
  createPortalLink,
  createQuickbooksAuthorization,
  getQuickbooksConnection,
  deleteQuickbooksConnection,
  listWebhookEndpoints,
  createWebhookEndpoint,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
  listWebhookDeliveries,
  replayWebhookDelivery,
  replayWebhookEvents,
}
