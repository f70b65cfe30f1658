import type { NotSent } from './not-sent.ts'
import type { QuickBooks } from './quickbooks.ts'

const waits = async (): Promise<NotSent> => ({
  outcome: 'not-sent',
  waitingFor: 'connection',
  until: undefined,
})

/** The books of a firm where the service has no app at Intuit: whatever is asked waits until it has one. */
export const notSetUp: QuickBooks = {
  create: waits,
  update: waits,
  get: waits,
  query: waits,
  queries: waits,
  preferences: waits,
  companyInfo: waits,
  changes: waits,
}
