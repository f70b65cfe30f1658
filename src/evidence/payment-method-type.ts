import { z } from 'zod'
import type { Issue } from '../domain/issue.ts'
import { activeOrNot } from './active-or-not.ts'
import { entryInBooks } from './entry-in-books.ts'
import type { Probe } from './probe.ts'
import { unread } from './unread.ts'

const methods = z.object({ Name: z.string(), Type: z.string().optional() })
const CREDIT_CARD = 'CREDIT_CARD'

/** Is the payment method that holds the name marked as what the host needs, a credit card as a rule? */
export const paymentMethodType: Probe = async ({ issue, books, now }) => {
  if (!mayBeMethod(issue)) return undefined
  const answer = await books.query({ entity: 'PaymentMethod', where: [activeOrNot], limit: 1_000 })
  if (answer.outcome !== 'read') return unread(answer)
  const pushed = pushedMethod(issue)
  const holder = answer.value
    .map(entryInBooks)
    .find(({ name }) => (pushed === undefined ? /^credit ?card$/iu.test(name) : isSame(name, pushed.Name)))
  const isWrongType = holder !== undefined && holder.Type !== (pushed?.Type ?? CREDIT_CARD)
  const isInactive = holder?.isActive === false
  const stands = isWrongType || isInactive
  return {
    kind: 'payment-method-type',
    values: { name: holder?.name ?? null, isHeld: holder !== undefined, isWrongType, isInactive },
    source: 'quickbooks',
    readAt: now().toISOString(),
    cause: stands ? 'stands' : 'gone',
    recommends: stands ? null : 'resync',
  }
}

/** QuickBooks names whose name it is only for people: “Another customer, vendor or employee…”. */
function mayBeMethod({ entity, record, diagnosis }: Issue): boolean {
  if (entity !== null) return entity === 'PaymentMethod'
  const saysWhose = diagnosis.faults.some(({ text }) => /\banother\b/iu.test(text))
  return record.type === 'payment' || (record.type === 'client' && !saysWhose)
}

function pushedMethod({ entity, payload }: Issue): z.infer<typeof methods> | undefined {
  if (entity !== 'PaymentMethod' || payload === null) return undefined
  return methods.safeParse(JSON.parse(payload)).data
}

/** QuickBooks compares names without regard to case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
