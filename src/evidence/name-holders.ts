import { z } from 'zod'
import type { EntityName } from '../quickbooks/entity-name.ts'
import type { Query } from '../quickbooks/quickbooks.ts'
import { activeOrNot } from './active-or-not.ts'
import { amountText } from './amount-text.ts'
import { askEach } from './ask-each.ts'
import { cleanName } from './clean-name.ts'
import { type EntryInBooks, entryInBooks } from './entry-in-books.ts'
import { isOfTry } from './is-of-try.ts'
import { nameMembers } from './name-members.ts'
import { nearNames } from './near-names.ts'
import type { Probe, ProbeContext } from './probe.ts'
import { unread } from './unread.ts'

/** Customers, vendors and employees share one list of names; products and services have their own. */
const SHARED = ['Customer', 'Vendor', 'Employee'] as const
const emails = z.object({ PrimaryEmailAddr: z.object({ Address: z.string() }) })

interface Wanted {
  readonly name: string
  readonly entity: 'Customer' | 'Item'
  /** Nothing is created: an entry of exactly this name is looked for. */
  readonly isMatch: boolean
  readonly email: string | null
}

interface Holder extends EntryInBooks {
  readonly entity: EntityName
}

/** Who has the name that the record wants, or who may be meant by it? */
export const nameHolders: Probe = async (context) => {
  const { issue, books, now } = context
  const wanted = wantedBy(context)
  if (wanted === undefined) return undefined
  const { name, entity, isMatch } = wanted
  const kinds: readonly EntityName[] = entity === 'Item' ? ['Item'] : SHARED
  const answers = await askEach(books, questionsOf(wanted, kinds))
  if (answers.outcome !== 'read') return unread(answers)
  const [deleted = [], alike = [], ...named] = answers.value
  const holders = kinds
    .flatMap((kind, i): readonly Holder[] =>
      (named[i] ?? []).map((one) => ({ ...entryInBooks(one), entity: kind })),
    )
    // An entry does not stand in its own way.
    .filter((one) => one.entity !== entity || one.id !== context.sent?.body['Id'])
  const exact = holders.find((one) => one.name === name && one.entity === entity && one.isActive)
  const holder = exact ?? holders.find(({ isActive }) => isActive) ?? holders[0]
  const deletedName = deleted.map(entryInBooks).find((one) => cleanName(one.name) === name)?.name ?? null
  const near = [...holders, ...alike.map(entryInBooks)].map((one) => one.name)
  const fact = {
    kind: 'name-holders',
    values: {
      ...valuesOf(holder, wanted),
      isExact: exact !== undefined,
      deletedName,
      nearNames: isMatch && exact === undefined ? nearNames(name, [...new Set(near)]) : [],
    },
    source: 'quickbooks',
    readAt: now().toISOString(),
  } as const
  if (isMatch) {
    return exact === undefined
      ? { ...fact, cause: 'stands', recommends: null }
      : { ...fact, cause: 'gone', recommends: 'resync' }
  }
  if (holder === undefined) {
    // Who was made inactive to free the name may be the very one; a second entry would part the history.
    return { ...fact, cause: 'gone', recommends: deletedName === null ? 'resync' : null }
  }
  const isVeryOne =
    exact !== undefined &&
    (isOfTry(exact.MetaData?.CreateTime, issue) ||
      (entity === 'Item' ? exact.Type !== 'Category' : fact.values.hasSameEmail))
  return { ...fact, cause: 'stands', recommends: isVeryOne ? 'link' : null }
}

/** Undefined: the record wants no name of these lists. */
function wantedBy({ issue, sent }: ProbeContext): Wanted | undefined {
  const { record, diagnosis } = issue
  const entity = record.type === 'client' ? 'Customer' : record.type === 'service' ? 'Item' : undefined
  const isOther = issue.entity !== null && issue.entity !== entity
  if (entity === undefined || isOther || (sent !== undefined && sent.entity !== entity)) return undefined
  const member = sent?.body[nameMembers[entity] ?? '']
  const name = typeof member === 'string' ? member : (diagnosis.captures['accountName'] ?? record.label)
  const email = emails.safeParse(sent?.body).data?.PrimaryEmailAddr.Address ?? null
  return {
    name,
    entity,
    email,
    isMatch: entity === 'Customer' && sent?.operation !== 'create' && sent?.operation !== 'update',
  }
}

/** First those with “(deleted)”, then those that begin alike, then the holders of the name list by list. */
function questionsOf({ name, entity, isMatch }: Wanted, kinds: readonly EntityName[]): readonly Query[] {
  const field = entity === 'Item' ? 'Name' : 'DisplayName'
  const [start] = /^[\p{L}\p{N}]+/u.exec(name) ?? []
  const none = { field: 'Id', operator: 'IN', value: [] } as const
  return [
    { entity, where: [{ field, operator: 'LIKE', value: `${name} (deleted%` }, activeOrNot] },
    { entity, where: isMatch && start ? [{ field, operator: 'LIKE', value: `${start}%` }] : [none] },
    ...kinds.map((kind): Query => ({
      entity: kind,
      where: [{ field, operator: '=', value: name }, activeOrNot],
    })),
  ]
}

function valuesOf(holder: Holder | undefined, { name, email: wantedEmail }: Wanted) {
  const email = holder?.PrimaryEmailAddr?.Address ?? null
  const currency = holder?.CurrencyRef?.value ?? null
  const isCategory = holder?.Type === 'Category'
  return {
    name,
    isHeld: holder !== undefined,
    isCustomer: holder?.entity === 'Customer',
    isVendor: holder?.entity === 'Vendor',
    isEmployee: holder?.entity === 'Employee',
    isItem: holder?.entity === 'Item' && !isCategory,
    isCategory,
    isInactive: holder?.isActive === false,
    holderName: holder?.name ?? null,
    quickbooksId: holder?.id ?? null,
    email,
    hasSameEmail: email !== null && email.toLowerCase() === wantedEmail?.toLowerCase(),
    balance: holder?.Balance === undefined ? null : amountText(holder.Balance, currency),
    currency,
  }
}
