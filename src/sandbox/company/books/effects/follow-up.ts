import type { BooksChange } from '../books.ts'
import { totalOf } from '../complete/total-of.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { applicationsOf } from '../read/applications-of.ts'
import { centsOf } from '../read/cents-of.ts'
import { idOf } from '../read/id-of.ts'
import { textOf } from '../read/text-of.ts'
import { applyCredits } from './apply-credits.ts'
import { fitPayments } from './fit-payments.ts'
import { linkDeposit } from './link-deposit.ts'
import { moveBalance } from './move-balance.ts'
import { renameReferences } from './rename-references.ts'
import { settle } from './settle.ts'

interface Done {
  readonly name: EntityName
  readonly id: string
  readonly before: Entity | undefined
  /** Undefined: it was deleted. */
  readonly after: Entity | undefined
  readonly cause: BooksChange['cause']
}

/** What else becomes of the books when one thing in them is saved or deleted; balances come after all of it. */
export function followUp(draft: Draft, done: Done): void {
  const { name, id, before, after } = done
  switch (name) {
    case 'Invoice':
    case 'CreditMemo':
      followCharge(draft, { ...done, name })
      return
    case 'Payment':
      followPayment(draft, id, [before, after])
      return
    case 'Deposit':
      linkDeposit(draft, id, before, after)
      return
    case 'Customer':
    case 'Account':
      if (before && after) {
        moveBalance(draft, name, before, after)
        renameReferences(draft, name, before, after)
      }
      return
    case 'Vendor':
    case 'Employee':
    case 'Item':
    case 'PaymentMethod':
    case 'Term':
      if (before && after) renameReferences(draft, name, before, after)
      return
    case 'SalesReceipt':
    case 'RefundReceipt':
    case 'Purchase':
    case 'Bill':
    case 'Preferences':
      return
    case 'CompanyInfo': {
      const companyName = after && textOf(after, 'CompanyName')
      if (companyName !== undefined) draft.setSettings({ ...draft.settings, companyName })
      return
    }
  }
}

function followPayment(draft: Draft, id: string, payments: readonly (Entity | undefined)[]): void {
  for (const { type, id: target } of payments.flatMap((payment) => applicationsOf(payment ?? {}))) {
    if (type === 'Invoice' || type === 'CreditMemo') settle(draft, type, target, [id])
  }
}

function followCharge(
  draft: Draft,
  { name, id, before, after, cause }: Done & { readonly name: 'Invoice' | 'CreditMemo' },
): void {
  const customerId = after && idOf(after, 'CustomerRef')
  if (before !== undefined) {
    const isSameCustomer = idOf(before, 'CustomerRef') === customerId
    const room = after && isSameCustomer ? totalOf(name, after) - centsOf(after, 'Deposit') : 0
    fitPayments(draft, before, name, room)
  }
  if (customerId === undefined) return
  settle(draft, name, id, [], cause)
  if (before === undefined && draft.settings.autoApplyCredit) applyCredits(draft, customerId)
}
