import { z } from 'zod'
import type { EvidenceValues } from '../domain/evidence.ts'
import { activeOrNot } from './active-or-not.ts'
import { type EntryInBooks, entryInBooks } from './entry-in-books.ts'
import type { Probe, Sent } from './probe.ts'
import { unread } from './unread.ts'

type Flags = Pick<EvidenceValues<'account-types'>, 'isPaidFrom' | 'isSpentOn' | 'isDepositTo' | 'isIncome'>

/** A place for an account, and whether an account of this type can stand there. */
interface Slot {
  readonly place: keyof Flags
  readonly id: string | undefined
  readonly takes: (type: string) => boolean
}

const reference = z.object({ value: z.string() }).optional()
const bodies = z.object({
  PaymentType: z.string().optional(),
  AccountRef: reference,
  DepositToAccountRef: reference,
  IncomeAccountRef: reference,
  Line: z
    .array(z.object({ AccountBasedExpenseLineDetail: z.object({ AccountRef: reference }).optional() }))
    .optional(),
})

/** Is each account that would be sent of a type that its place takes? The first that is not is told. */
export const accountTypes: Probe = async ({ books, sent, now }) => {
  // A change leaves what it does not name as it is.
  const slots = (sent === undefined ? [] : slotsOf(sent)).filter(
    ({ id }) => id !== undefined || sent?.operation === 'create',
  )
  if (slots.length === 0) return undefined
  const ids = [...new Set(slots.flatMap(({ id }) => id ?? []))]
  const answer = await books.query({
    entity: 'Account',
    where: [{ field: 'Id', operator: 'IN', value: ids }, activeOrNot],
    limit: 1_000,
  })
  if (answer.outcome !== 'read') return unread(answer)
  const accounts = new Map(answer.value.map((one) => [one.Id, entryInBooks(one)]))
  const judged = slots.map((slot) => judge(slot, accounts.get(slot.id ?? '')))
  const wrong = judged.find(({ isFitting }) => !isFitting)
  const [first] = judged
  const values = wrong ?? first
  if (values === undefined) return undefined
  return {
    kind: 'account-types',
    values,
    source: 'quickbooks',
    readAt: now().toISOString(),
    cause: values.isFitting ? 'gone' : 'stands',
    recommends: values.isFitting ? 'resync' : null,
  }
}

function judge(
  { place, id, takes }: Slot,
  account: EntryInBooks | undefined,
): EvidenceValues<'account-types'> {
  const type = account?.AccountType ?? null
  const isUnset = id === undefined
  const isMissing = !isUnset && account === undefined
  const isInactive = account?.isActive === false
  const isWrongType = account !== undefined && !isInactive && (type === null || !takes(type))
  return {
    isFitting: !isUnset && !isMissing && !isInactive && !isWrongType,
    isUnset,
    isMissing,
    isInactive,
    isWrongType,
    isPaidFrom: place === 'isPaidFrom',
    isSpentOn: place === 'isSpentOn',
    isDepositTo: place === 'isDepositTo',
    isIncome: place === 'isIncome',
    accountName: account?.name ?? null,
    accountType: type,
  }
}

/** The places for accounts in what would be sent; those that may stay empty count only where they are filled. */
function slotsOf({ entity, body }: Sent): readonly Slot[] {
  const {
    PaymentType,
    AccountRef,
    DepositToAccountRef,
    IncomeAccountRef,
    Line = [],
  } = bodies.safeParse(body).data ?? {}
  switch (entity) {
    case 'Purchase': {
      const source = PaymentType === 'CreditCard' ? 'Credit Card' : 'Bank'
      return [
        { place: 'isPaidFrom', id: AccountRef?.value, takes: (type) => type === source },
        ...Line.flatMap(({ AccountBasedExpenseLineDetail: detail }): readonly Slot[] =>
          detail === undefined
            ? []
            : [{ place: 'isSpentOn', id: detail.AccountRef?.value, takes: takesExpense }],
        ),
      ]
    }
    case 'Item':
      return [{ place: 'isIncome', id: IncomeAccountRef?.value, takes: (type) => INCOME.has(type) }]
    default:
      return DepositToAccountRef === undefined
        ? []
        : [{ place: 'isDepositTo', id: DepositToAccountRef.value, takes: (type) => takesMoney(type, entity) }]
  }
}

const INCOME: ReadonlySet<string> = new Set(['Income', 'Other Income'])

/** What is spent may be put to nearly any account; these two need a name beside it. */
function takesExpense(type: string): boolean {
  return type !== 'Accounts Receivable' && type !== 'Accounts Payable'
}

/** Of a refund it is the account that the money comes from. */
function takesMoney(type: string, entity: Sent['entity']): boolean {
  if (type === 'Credit Card') return entity === 'RefundReceipt'
  return type === 'Bank' || type === 'Other Current Asset'
}
