import type { Stores } from '../../src/wiring/create-stores.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { issueId } from '../../src/issues/issue-id.ts'

/** A fact about invoice `inv_88`: its number is another customer's. */
export function numberTaken(customerName: string, readAt: string): Evidence<'number-holder'> {
  return {
    kind: 'number-holder',
    values: {
      number: '1781',
      isTaken: true,
      document: 'Invoice',
      customerName,
      total: '99.00',
      currency: 'USD',
      date: '2026-03-02',
      createdAt: '2026-03-02T09:40:00.000Z',
      quickbooksId: '3188',
      isSameRecord: false,
      isOurs: false,
      isOtherKind: false,
      isTwice: false,
    },
    source: 'quickbooks',
    readAt,
    cause: 'stands',
    recommends: null,
  }
}

/** The issue of invoice `inv_88` with that fact, as if somebody had looked a moment ago. */
export async function justRead({ store }: Stores, firmId: string, customerName = 'Cool Cars'): Promise<void> {
  const found = await store.get(firmId, issueId(firmId, { type: 'invoice', id: 'inv_88' }))
  if (found === undefined) throw new Error(`${firmId} has no issue of inv_88.`)
  const now = new Date().toISOString()
  const kept = await store.replace(found, { ...found.doc, evidence: [numberTaken(customerName, now)] }, now)
  if (kept === undefined) throw new Error('Somebody else changed the issue.')
}
