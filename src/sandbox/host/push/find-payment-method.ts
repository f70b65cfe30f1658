import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import { notRead } from './not-read.ts'
import type { PushFailure } from './push-failure.ts'
import { refusedBy } from './refused-by.ts'
import type { Waiting } from './waiting.ts'

const methods = {
  cash: { Name: 'Cash', Type: 'NON_CREDIT_CARD' },
  card: { Name: 'Credit Card', Type: 'CREDIT_CARD' },
} as const

interface Needs {
  readonly quickbooks: QuickBooks
  readonly newId: () => string
}

type Found =
  | { readonly outcome: 'found'; readonly id: string }
  | { readonly outcome: 'refused'; readonly failure: PushFailure }
  | Waiting

/**
 * The payment method that payments of this kind are booked under; made where QuickBooks has none of this name *and*
 * type, which it refuses where one of the other type holds the name.
 */
export async function findPaymentMethod(
  kind: keyof typeof methods,
  { quickbooks, newId }: Needs,
): Promise<Found> {
  const entity = 'PaymentMethod'
  const body = methods[kind]
  const known = await quickbooks.query({
    entity,
    where: [{ field: 'Name', operator: '=', value: body.Name }],
  })
  if (known.outcome !== 'read') return notRead(known, { entity, operation: 'match' })
  const fitting = known.value.find(({ Type }) => Type === body.Type)
  if (fitting !== undefined) return { outcome: 'found', id: fitting.Id }
  const made = await quickbooks.create({ entity, body, requestId: newId() })
  switch (made.outcome) {
    case 'succeeded':
      return { outcome: 'found', id: made.entity.Id }
    case 'refused':
      return {
        outcome: 'refused',
        failure: refusedBy(made.refusal, { entity, operation: 'create' }, body),
      }
    case 'unknown':
      // The next try finds it, or makes it.
      return { outcome: 'waiting', waitingFor: 'answer' }
    case 'not-sent':
      return { outcome: 'waiting', waitingFor: made.waitingFor }
  }
}
