import type { BooksChange } from '../books.ts'
import type { Draft } from '../draft.ts'
import { applicationsOf } from '../read/applications-of.ts'
import { linksOf } from '../read/links-of.ts'
import { openCents } from '../read/open-cents.ts'

/** Links an invoice or credit memo to the payments that are applied to it, `payments` perhaps among them, and works out what is open. */
export function settle(
  draft: Draft,
  name: 'Invoice' | 'CreditMemo',
  id: string,
  payments: readonly string[] = [],
  cause: BooksChange['cause'] = 'own',
): void {
  const entity = draft.get(name, id)
  if (entity === undefined) return
  const known = linksOf(entity).flatMap((link) => (link.type === 'Payment' ? [link.id] : []))
  const linked = [...new Set([...known, ...payments])].filter((paymentId) =>
    applicationsOf(draft.get('Payment', paymentId) ?? {}).some((one) => one.type === name && one.id === id),
  )
  const next = { ...entity, LinkedTxn: linked.map((TxnId) => ({ TxnId, TxnType: 'Payment' })) }
  const open = openCents(name, next, draft) / 100
  const members = { ...next, Balance: open, ...(name === 'CreditMemo' && { RemainingCredit: open }) }
  draft.change(name, id, members, cause)
}
