import { z } from 'zod'
import { parseMoney } from '../../../domain/parse-money.ts'
import type { Written } from '../../company/books/books.ts'
import type { Entity } from '../../company/books/entity.ts'
import type { Company } from '../../company/company.ts'
import type { BooksList } from './books-list.ts'
import { membersOf } from './members.ts'

const text = z.string().trim()

/** What a person can do with an entry, with the fields of its form. */
const entryAct = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['make-active', 'make-inactive', 'delete']) }),
  z.object({ act: z.literal('rename'), name: text }),
  z.object({ act: z.literal('income-account'), account: text }),
  z.object({ act: z.literal('card'), type: z.enum(['CREDIT_CARD', 'NON_CREDIT_CARD']) }),
  z.object({ act: z.literal('merge'), into: text }),
  z.object({ act: z.literal('renumber'), number: text }),
  z.object({
    act: z.literal('pay'),
    amount: text.transform((amount) => parseMoney(amount, 'USD')?.minor).pipe(z.int().min(1)),
  }),
])

interface Needs {
  readonly company: Pick<Company, 'person' | 'write'>
  readonly realmId: string
  readonly list: BooksList
  readonly entity: Entity
}

/** Does with an entry what its form asks for; undefined: no form of ours asks so. */
export function performEntryAct(
  form: unknown,
  { company, realmId, list, entity }: Needs,
): Written | undefined {
  const parsed = entryAct.safeParse(form)
  if (!parsed.success) return undefined
  const asked = parsed.data
  const { Id, SyncToken } = entity
  const name = list.entity
  const change = (body: Readonly<Record<string, unknown>>): Written =>
    company.write(realmId, {
      operation: 'update',
      entity: name,
      body: { Id, SyncToken, sparse: true, ...body },
    })
  switch (asked.act) {
    case 'make-active':
    case 'make-inactive':
      return company.person(realmId, { act: asked.act, entity: name, id: Id })
    case 'merge':
      return company.person(realmId, { act: 'merge', entity: name, id: Id, into: asked.into })
    case 'rename':
      return change({ [membersOf(entity).DisplayName === null ? 'Name' : 'DisplayName']: asked.name })
    case 'income-account':
      return change({ IncomeAccountRef: { value: asked.account } })
    case 'card':
      return change({ Type: asked.type })
    case 'renumber':
      return change({ DocNumber: asked.number })
    case 'delete':
      return company.write(realmId, { operation: 'delete', entity: name, body: { Id, SyncToken } })
    case 'pay': {
      const amount = asked.amount / 100
      const Line = [{ Amount: amount, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }]
      const body = { CustomerRef: { value: membersOf(entity).CustomerRef?.value }, TotalAmt: amount, Line }
      return company.write(realmId, { operation: 'create', entity: 'Payment', body })
    }
  }
}
